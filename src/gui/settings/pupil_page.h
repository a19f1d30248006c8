#pragma once

#include "gui/frame/context.h"
#include "session/siblings.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace heed::gui {
class Banner;
class Busy;
class Card;
class DraftKeeper;
class ErrorSummary;
} // namespace heed::gui

namespace heed::gui::settings {

class DescribedCard;
class PupilFields;
class RowEditor;
class SiblingsCard;

/// One pupil of the register, to be read, added or corrected: themselves, contacts, household, professionals, brothers
/// and sisters. What is typed is kept as a sealed draft until it is saved or forgotten.
class PupilPage : public QWidget {
    Q_OBJECT

public:
    explicit PupilPage(Context& context, QWidget* parent = nullptr);

    /// One of the register, or a new one where the id is empty.
    void open(const model::Pupil& pupil);
    bool isChanged() const { return m_edited; }
    void storeDraft();
    /// Opens what was typed and not saved, if there is any.
    void loadDraft();

Q_SIGNALS:
    void opened();
    void saved(const QString& sentence);
    void closed();

private:
    QByteArray draft() const;
    bool takeDraft(const QByteArray& draft);
    void build();
    void fill(const model::Pupil& pupil);
    void loadSiblings(const std::optional<QStringList>& drafted);
    model::Pupil typed() const;
    void edited();
    void setEdited(bool isEdited);
    /// `isAnother`: the lead has said that nobody in the register is this child.
    void save(bool isAnother);
    void close();

    Context& m_context;
    DraftKeeper* m_draft;
    model::Pupil m_pupil; ///< as the register has them
    bool m_edited = false;
    bool m_filling = false;
    QLabel* m_title;
    Banner* m_answer;
    ErrorSummary* m_errors;
    PupilFields* m_fields;
    RowEditor* m_contacts;
    RowEditor* m_household;
    RowEditor* m_professionals;
    SiblingsCard* m_siblings;
    DescribedCard* m_described;
    Card* m_end;
    QLineEdit* m_reason;
    QWidget* m_reasonField;
    Busy* m_busy;
    QPushButton* m_another;
    QPushButton* m_concerns;
    QPushButton* m_save;
    QPushButton* m_cancel;
    QPushButton* m_back;
};

} // namespace heed::gui::settings
