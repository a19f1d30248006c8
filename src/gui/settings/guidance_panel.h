#pragma once

#include "gui/frame/context.h"

#include "guidance/library.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace heed::gui {
class Banner;
class Busy;
class DraftKeeper;
} // namespace heed::gui

namespace heed::gui::cases {
class InlineForm;
}

namespace heed::gui::settings {

/// The pages and cards that the school adds to the guidance, written or brought in by a safeguarding lead.
class GuidancePanel : public QWidget {
    Q_OBJECT

public:
    explicit GuidancePanel(Context& context, QWidget* parent = nullptr);

    void reload();
    /// Keeps what was typed and is not in force, sealed.
    void storeDraft();
    /// Whether somebody is writing here.
    bool isChanged() const;
    /// Takes in a file that stands on this computer.
    void import(const QString& path);

private:
    using Work = std::function<model::Result(session::Session&)>;

    void showList(const heed::guidance::Library& library);
    void writePage(const heed::guidance::Page* page);
    void writeCard(const heed::guidance::Card* card);
    void takeOut(const QString& name, const QString& title);
    /// `what` is "page", "card" or, for what is not kept as a draft, empty; `old` is what is changed; `done` is said in
    /// the end.
    void openForm(cases::InlineForm* form, const QString& what, const QString& old, const std::function<Work()>& work,
                  const QString& done);
    QByteArray draft() const;
    bool takeDraft(const QByteArray& draft, const heed::guidance::Library& library);
    void closeForm();
    void ask(const Work& work, const QString& done);
    void chooseFile();

    Context& m_context;
    DraftKeeper* m_draft;
    Banner* m_answer;
    Busy* m_busy;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_listPlace;
    QVBoxLayout* m_formPlace;
    cases::InlineForm* m_form = nullptr;
    QString m_what;
    QString m_old;
    bool m_hasLooked = false; ///< for a draft
};

} // namespace heed::gui::settings
