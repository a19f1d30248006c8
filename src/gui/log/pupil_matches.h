#pragma once

#include "session/register.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QListWidget;

namespace heed::gui::log {

/// Answers later, on the screen's thread.
using FindPupils = std::function<void(const QString& typed, std::function<void(std::vector<session::FoundPupil>)>)>;

/// Whom the register knows by what is being typed into name fields, with year, class and birth to tell namesakes apart.
/// The down arrow goes from a field into the list, Enter or a click takes a pupil. Hidden while it has nothing to say;
/// whoever is not on the list is described in the fields themselves.
class PupilMatches : public QWidget {
    Q_OBJECT

public:
    /// `fields` are read together, in their order.
    PupilMatches(const QString& objectName, std::vector<QLineEdit*> fields, FindPupils find, QWidget* parent = nullptr);

    /// The register's id of the pupil that was taken; empty for none.
    QString id() const { return m_id; }
    void setId(const QString& id);

Q_SIGNALS:
    void taken(const session::FoundPupil& pupil);
    /// It is not that pupil after all, or the name was changed: what the register filled in must not stand as known.
    void dropped();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString typed() const;
    void ask();
    void show(const std::vector<session::FoundPupil>& found);
    void take(int row);
    void drop();
    void refresh();

    std::vector<QLineEdit*> m_fields;
    FindPupils m_find;
    std::vector<session::FoundPupil> m_found;
    QString m_id;
    bool m_isNobody = false; ///< enough was typed, and nobody is called so
    int m_asked = 0;         ///< the newest question
    QListWidget* m_list;
    QLabel* m_remark;
    QWidget* m_chosen;
};

} // namespace heed::gui::log
