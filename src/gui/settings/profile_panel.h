#pragma once

#include "gui/frame/context.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace heed::gui {
class Banner;
class Busy;
class Card;
class DraftKeeper;
class ErrorSummary;
class Field;
} // namespace heed::gui

namespace heed::gui::settings {

class DaysEditor;
class LeadsEditor;
class PostsEditor;
class PracticeEditor;
class RowEditor;
class WhatIfPanel;

/// What Heed knows of the school, edited by a safeguarding lead. Every change is an entry with its reason.
class ProfilePanel : public QWidget {
    Q_OBJECT

public:
    explicit ProfilePanel(Context& context, QWidget* parent = nullptr);

    /// Shows the profile in force, unless something is being edited.
    void reload();
    /// Keeps what was typed and is not saved, sealed.
    void storeDraft();
    /// Something was typed and is not saved.
    bool isChanged() const;

private:
    void build();
    void fill(const model::Profile& profile);
    std::optional<QByteArray> draft();
    bool takeDraft(const QByteArray& draft);
    void edited();
    /// The profile as it stands on the page; nothing where something cannot be read.
    std::optional<model::Profile> typed();
    void preview();
    /// What of the profile wants looking at, though it may stay.
    void advise(const model::Profile& profile);
    QMap<QString, QWidget*> fields() const;
    void save();
    void showHistory();

    Context& m_context;
    DraftKeeper* m_draft;
    QLineEdit* m_school;
    QLineEdit* m_authority;
    QLineEdit* m_address;
    QLineEdit* m_phone;
    QLineEdit* m_email;
    QLineEdit* m_reason;
    Field* m_reasonField;
    LeadsEditor* m_leads;
    RowEditor* m_absences;
    PostsEditor* m_posts;
    RowEditor* m_contacts;
    RowEditor* m_councils;
    DaysEditor* m_days;
    PracticeEditor* m_practice;
    Card* m_adviceCard;
    QLabel* m_advice;
    QLabel* m_history;
    WhatIfPanel* m_whatIf;
    ErrorSummary* m_errors;
    Banner* m_answer;
    Busy* m_busy;
    QPushButton* m_save;
    QPushButton* m_undo;
    QTimer m_previewSoon;
    bool m_edited = false;
    bool m_hasLooked = false; ///< for a draft
};

} // namespace heed::gui::settings
