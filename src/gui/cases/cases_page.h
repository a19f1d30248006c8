#pragma once

#include "gui/frame/context.h"
#include "gui/frame/place_page.h"

#include "session/paper.h"

class QStackedWidget;

namespace heed::gui::cases {

class CaseView;
class PrintView;
class QueueView;

/// The queue, one case, and what is printed of it.
class CasesPage : public PlacePage {
    Q_OBJECT

public:
    explicit CasesPage(Context& context, QWidget* parent = nullptr);

    void enter() override;
    void refresh() override;
    void open(const QString& reference) override;
    void narrow(const model::CaseFilter& filter) override;
    void beforeLock() override;
    QString where() const override;
    void goBack(const QString& where) override;
    QString title() const override;
    QWidget* firstFocus() override;

private:
    void showQueue();
    void showCase();
    void showPrint(const QString& reference, std::optional<session::PaperKind> kind = {});

    Context& m_context;
    QStackedWidget* m_stack;
    QueueView* m_queue;
    CaseView* m_case;
    PrintView* m_print;
};

} // namespace heed::gui::cases
