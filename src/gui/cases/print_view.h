#pragma once

#include "gui/frame/context.h"
#include "session/paper.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPrinter;
class QPushButton;

namespace heed::gui {
class Banner;
class Busy;
class DraftKeeper;
class Field;
class PaperView;
} // namespace heed::gui

namespace heed::gui::log {
class DayField;
class Disclosure;
} // namespace heed::gui::log

namespace heed::gui::cases {

class RedactionPanel;

/// What leaves Heed: which document, for whom and why, then its pages as they will be, then a PDF or a printer. Nothing
/// is recorded before it leaves.
class PrintView : public QWidget {
    Q_OBJECT

public:
    explicit PrintView(Context& context, QWidget* parent = nullptr);

    /// `kind`: that document at once, with its pages where it says itself for whom and why.
    void setReference(const QString& reference, std::optional<session::PaperKind> kind = {});
    /// Keeps what, for whom and why, sealed, until it has left.
    void storeDraft();
    QWidget* firstFocus() const;

Q_SIGNALS:
    void backAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    QByteArray draft() const;
    bool takeDraft(const QByteArray& draft);
    session::PaperRequest request() const;
    bool check();
    bool arePeriodDays();
    void changed();
    void askForPages();
    void preview();
    void showPages();
    void showGaps(const report::Document& document);
    void presetWhom();
    void findNames();
    void copy();
    void save();
    void saveTo(const QString& path);
    void print();
    void printOn(const std::shared_ptr<QPrinter>& printer);
    void fail(const QString& title, const QString& sentence);
    void done(const QString& sentence);

    Context& m_context;
    DraftKeeper* m_draft;
    QString m_reference;
    bool m_isOut = false; ///< it has left as it stands here
    QComboBox* m_kind;
    QLineEdit* m_recipient;
    QLineEdit* m_reason;
    QComboBox* m_sent;
    log::DayField* m_from;
    log::DayField* m_to;
    Field* m_fromField;
    Field* m_toField;
    QWidget* m_period; ///< of a chronology
    Field* m_recipientField;
    Field* m_reasonField;
    QPushButton* m_preview;
    QPushButton* m_save;
    QPushButton* m_print;
    QPushButton* m_copy;
    QBoxLayout* m_row = nullptr; ///< what is asked, and the pages
    QWidget* m_side = nullptr;
    log::Disclosure* m_leaveOut;
    RedactionPanel* m_redaction;
    Banner* m_error;
    Banner* m_done;
    Busy* m_busy;
    QWidget* m_ready;
    Banner* m_gaps; ///< what nobody asked
    PaperView* m_paper;
    QTimer m_pause;  ///< after a change, before the pages are shown anew
    int m_asked = 0; ///< the newest question for pages
};

} // namespace heed::gui::cases
