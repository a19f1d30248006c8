#pragma once

#include "gui/log/pupil_matches.h"
#include "model/checklist.h"
#include "model/concern.h"
#include "model/profile.h"
#include "rules/problem.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace heed::gui {
class Field;
class FilesField;
class Banner;
} // namespace heed::gui

namespace heed::gui::log {

class BodyMapFields;
class ChildFields;
class Disclosure;
class MissingFields;
struct FieldKey;
class PaperFields;
class RowList;
class SignList;
class TextBox;
class Tick;
class WhenFields;

/// The form itself: open at first are the child, danger, what was seen or heard, and the signs; all else on request.
class ConcernForm : public QWidget {
    Q_OBJECT

public:
    /// `find` looks pupils up in the register.
    ConcernForm(const model::Checklist& checklist, const model::Profile& profile, FindPupils find = {},
                QWidget* parent = nullptr);

    model::Concern concern() const;
    bool isEmpty() const;
    void clearAll();
    void chooseSign(const QString& code);

    /// What was typed and cannot be read as what it should be.
    std::vector<rules::Problem> unreadable() const;
    /// Shows each problem at its field.
    void mark(const std::vector<rules::Problem>& problems);
    /// Opens what hides the field of `key` and brings the focus there.
    void goTo(const QString& key);

    /// Everything as typed, with where the focus and the cursor stand, as CBOR: also what cannot be read yet.
    QByteArray saveDraft() const;
    /// False if the bytes are no draft; the form is then as it was.
    bool restoreDraft(const QByteArray& draft);

    /// Where files are attached, as one more part of the form; they may be dropped anywhere on it.
    void setFiles(FilesField* files);

    QWidget* firstField() const;
    /// The way on, to stand below the form and stay in sight.
    QWidget* makeFoot();
    /// Where there is little room, what is said elsewhere too gives way.
    void setCompact(bool compact);

Q_SIGNALS:
    void changed();
    void checkAsked();
    /// A page of the guidance is wanted, by its id or the code of a sign; what was typed stays.
    void guidanceAsked(const QString& page);

protected:
    bool eventFilter(QObject* receiver, QEvent* event) override;

private:
    QWidget* makeDanger();
    QWidget* makeFacts();
    QWidget* makeSigns(const model::Checklist& checklist);
    QWidget* makeMore();
    Disclosure* addPart(QWidget* parent, const QString& name, const QString& title, QWidget* content);
    Field* fieldOf(const QString& key) const;
    QWidget* rowOf(const FieldKey& key) const;
    void showDanger();
    void showMissing();
    void showLate();
    /// Opening a part without rows brings the first.
    void openWithRow(Disclosure* part, RowList* list);
    static std::vector<QWidget*> filledRows(const RowList* list);

    model::Profile m_profile;
    FindPupils m_find;
    ChildFields* m_child;
    QLabel* m_footHint = nullptr;
    Tick* m_danger = nullptr;
    Tick* m_missing = nullptr;
    Banner* m_emergency = nullptr;
    TextBox* m_facts = nullptr;
    SignList* m_signs = nullptr;
    TextBox* m_childsWords = nullptr;
    TextBox* m_opinion = nullptr;
    TextBox* m_actionTaken = nullptr;
    TextBox* m_childsWishes = nullptr;
    WhenFields* m_when = nullptr;
    MissingFields* m_missingFacts = nullptr;
    QVBoxLayout* m_missingAbove = nullptr; ///< where they stand while the child is missing now
    QVBoxLayout* m_missingBelow = nullptr; ///< where else: below their sign
    QPushButton* m_missingLink = nullptr;
    BodyMapFields* m_bodyMap = nullptr;
    PaperFields* m_paper = nullptr;
    RowList* m_involved = nullptr;
    RowList* m_children = nullptr;
    Tick* m_aboutStaff = nullptr;
    Tick* m_aboutHead = nullptr;
    FilesField* m_files = nullptr;
    QVBoxLayout* m_more = nullptr; ///< of the parts that open on request
    QMap<QString, Field*> m_fields;
    QMap<QString, Disclosure*> m_parts; ///< by the first part of a key
};

} // namespace heed::gui::log
