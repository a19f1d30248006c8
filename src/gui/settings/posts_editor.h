#pragma once

#include "model/profile.h"

#include <QWidget>

class QLineEdit;

class QVBoxLayout;

namespace heed::gui::settings {

class ContactRow;

/// Head, chair and LADO, each a name and a number; and MASH, with where its number comes from.
class PostsEditor : public QWidget {
    Q_OBJECT

public:
    explicit PostsEditor(QWidget* parent = nullptr);

    void setProfile(const model::Profile& profile);
    void writeTo(model::Profile& profile) const;
    /// The fields by the profile's keys, for an error summary.
    QMap<QString, QWidget*> fields() const;

Q_SIGNALS:
    void changed();

private:
    struct Post {
        QLineEdit* name;
        QLineEdit* phone;
    };
    void head(QVBoxLayout* column, const QString& title, const QString& hint);
    Post add(QVBoxLayout* column, const QString& objectName, const QString& title, const QString& hint);

    ContactRow* m_mash;
    Post m_head;
    Post m_chair;
    Post m_lado;
};

} // namespace heed::gui::settings
