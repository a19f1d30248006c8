#pragma once

#include "report/third_parties.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace heed::gui {
class CalmComboBox;
class Field;
} // namespace heed::gui

namespace heed::gui::log {
class Tick;
}

namespace heed::gui::cases {

/// One thing that may be left out: a tick and, once it is ticked, what it is and on what ground.
class CutRow : public QWidget {
    Q_OBJECT

public:
    /// A section, or a name of this kind.
    CutRow(const QString& objectName, const QString& words, const QString& remark,
           std::optional<model::InvolvedKind> kind, report::Ground ground, QWidget* parent = nullptr);

    bool isCut() const;
    void setCut(bool cut);
    report::Ground ground() const;
    model::InvolvedKind kind() const;

Q_SIGNALS:
    void changed();

private:
    log::Tick* m_tick;
    CalmComboBox* m_kind = nullptr;
    CalmComboBox* m_ground;
};

/// What a copy is to leave out: whole sections, and people and things, who become "Child B", "Adult 1". Nothing is cut
/// that a person has not ticked.
class RedactionPanel : public QWidget {
    Q_OBJECT

public:
    explicit RedactionPanel(QWidget* parent = nullptr);

    /// Takes every tick away, and the names that were found.
    void startOver();
    void setParties(const std::vector<report::ThirdParty>& parties);
    report::Redaction redaction() const;

Q_SIGNALS:
    void changed();

private:
    void addParty(const report::ThirdParty& party, bool isCut);
    void addTyped();

    struct SectionRow {
        report::Section section;
        CutRow* row;
    };
    struct NameRow {
        report::Hidden who;
        CutRow* row;
    };
    std::vector<SectionRow> m_sections;
    std::vector<NameRow> m_names;
    QVBoxLayout* m_nameLines;
    QLineEdit* m_typed;
    Field* m_typedField;
    QLineEdit* m_reason;
};

} // namespace heed::gui::cases
