#pragma once

#include "model/concern.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace heed::gui::log {

class TextBox;

/// A person, vehicle, place, telephone number or user name, what is known of it and how sure that is.
class InvolvedFields : public QWidget {
    Q_OBJECT

public:
    explicit InvolvedFields(const QString& prefix, QWidget* parent = nullptr);

    model::Involved involved() const;
    /// Nothing is known but what kind it would be.
    bool isEmpty() const;
    void setInvolved(const model::Involved& involved);

Q_SIGNALS:
    void changed();

private:
    QComboBox* m_kind;
    QLineEdit* m_name;
    TextBox* m_what;
    QComboBox* m_reliability;
};

} // namespace heed::gui::log
