#pragma once

#include "gui/frame/context.h"

#include <QWidget>

class QPushButton;

namespace heed::gui {
class Banner;
class Busy;
class PaperView;
} // namespace heed::gui

namespace heed::gui::overview {

/// The governors' sheet as it will be on paper: no names, small numbers not told apart. From here to a PDF or a
/// printer.
class GovernorsView : public QWidget {
    Q_OBJECT

public:
    explicit GovernorsView(Context& context, QWidget* parent = nullptr);

    /// Counts anew.
    void reload();
    QWidget* firstFocus() const;

Q_SIGNALS:
    void backAsked();

private:
    void save();
    void saveTo(const QString& path);
    void fail(const QString& title, const QString& sentence);

    Context& m_context;
    PaperView* m_paper;
    QPushButton* m_save;
    QPushButton* m_print;
    Banner* m_error;
    Banner* m_done;
    Busy* m_busy;
};

} // namespace heed::gui::overview
