#pragma once

#include "gui/log/pupil_matches.h"
#include "model/child.h"
#include "model/profile.h"
#include "rules/problem.h"

#include <QMap>
#include <QWidget>

class QLineEdit;
class QRadioButton;
class QComboBox;
class QCheckBox;

namespace heed::gui {
class Field;
}

namespace heed::gui::log {

class DayField;
class Disclosure;
class TextBox;

/// Who the child is, as far as known. Everything may be left empty.
class ChildFields : public QWidget {
    Q_OBJECT

public:
    /// Object names begin with `prefix`: "child.forename". Of a further child its part is asked.
    /// `find` looks a name up in the register; without one there is nothing to pick from.
    ChildFields(const QString& prefix, const model::Profile& profile, bool isFurther, FindPupils find = {},
                QWidget* parent = nullptr);

    model::Child child() const;
    /// Nothing stands in it, not even what cannot be read.
    bool isEmpty() const { return child() == model::Child{} && unreadable().empty(); }
    /// The register's id of the pupil that was picked; empty for none.
    QString pupil() const { return m_matches->id(); }
    void setPupil(const QString& id) { m_matches->setId(id); }
    void setChild(const model::Child& child);
    /// What stands in a field and cannot be read.
    std::vector<rules::Problem> unreadable() const;
    /// By key, such as "child.upn".
    QMap<QString, Field*> fields() const { return m_fields; }
    QWidget* first() const;
    /// How this child is part of it: asked of one among several.
    void askPart(bool asked);
    /// So that the field can be seen.
    void openAll();

Q_SIGNALS:
    void changed();
    /// A page of the guidance is wanted.
    void guidanceAsked(const QString& page);

private:
    void fillFrom(const session::FoundPupil& pupil);
    void chooseOnRoll(const std::optional<bool>& onRoll);
    QWidget* makeMore(const model::Profile& profile, bool isFurther);
    Field* add(const QString& key, const QString& label, QWidget* input, const QString& hint = {});

    QString m_prefix;
    QMap<QString, Field*> m_fields;
    QLineEdit* m_forename;
    QLineEdit* m_surname;
    PupilMatches* m_matches;
    QLineEdit* m_year;
    DayField* m_born;
    QRadioButton* m_onRoll;
    QRadioButton* m_notOnRoll;
    QRadioButton* m_notSure;
    TextBox* m_description = nullptr;
    QLineEdit* m_upn = nullptr;
    QComboBox* m_home = nullptr;
    QLineEdit* m_site = nullptr;
    TextBox* m_part;
    Field* m_partField;
    bool m_isPartAsked = false;
    std::vector<std::pair<model::Vulnerability, QCheckBox*>> m_flags;
    Disclosure* m_more;
};

} // namespace heed::gui::log
