#include "gui/widgets/paper_view.h"
#include "gui/frame/look.h"
#include "gui/widgets/named.h"

#include "report/paint.h"
#include "report/text.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QTextDocumentFragment>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace heed::gui {
namespace {

constexpr int settleTime = 150; // ms without a change of width before pages are painted anew

/// To be read, with a caret for who has it read aloud. What is selected goes to no clipboard and no other window: each
/// copy that leaves is recorded, and this one would not be.
class ReadOnlyHere : public QTextBrowser {
protected:
    QMimeData* createMimeDataFromSelection() const override { return new QMimeData; }
    void keyPressEvent(QKeyEvent* event) override
    {
        if (!event->matches(QKeySequence::Copy) && !event->matches(QKeySequence::Cut))
            QTextBrowser::keyPressEvent(event);
    }
};

} // namespace

PaperView::PaperView(const QString& objectName, QWidget* parent)
    : QWidget(parent)
    , m_asText(linkButton(objectName + QStringLiteral("AsText"), tr("Read as text"), this))
    , m_faces(new QStackedWidget)
    , m_area(new QScrollArea)
    , m_text(new ReadOnlyHere)
    , m_sheets(new QWidget)
{
    setObjectName(objectName);
    named(m_area, objectName + QStringLiteral("Pages"), tr("Pages as they will be printed"));
    m_area->setWidgetResizable(true);
    m_area->setAlignment(Qt::AlignHCenter);
    m_area->setFocusPolicy(Qt::StrongFocus);
    m_area->setWidget(m_sheets);
    new QVBoxLayout(m_sheets);
    named(m_text, objectName + QStringLiteral("Text"), tr("The same as text"));
    m_text->setOpenLinks(false);
    m_text->setContextMenuPolicy(Qt::NoContextMenu);
    m_text->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_faces->addWidget(m_area);
    m_faces->addWidget(m_text);
    m_asText->setCheckable(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_asText, 0, Qt::AlignLeft);
    column->addWidget(m_faces, 1);
    connect(m_asText, &QPushButton::toggled, this, [this](bool asText) {
        m_faces->setCurrentIndex(asText ? 1 : 0);
        m_asText->setText(asText ? tr("Show the pages") : tr("Read as text"));
        showText();
    });
    m_resized.setSingleShot(true);
    m_resized.setInterval(settleTime);
    connect(&m_resized, &QTimer::timeout, this, &PaperView::draw);
}

PaperView::~PaperView()
{
    stopDrawing();
}

void PaperView::stopDrawing()
{
    if (m_stop)
        *m_stop = true;
}

void PaperView::setDocuments(std::vector<report::Document> documents)
{
    m_documents = std::move(documents);
    showText();
    draw();
}

void PaperView::showText()
{
    if (!m_asText->isChecked())
        return;
    // Several documents, such as recovery shares, are read one after the other.
    m_text->clear();
    QTextCursor cursor(m_text->document());
    for (const auto& document : m_documents) {
        cursor.movePosition(QTextCursor::End);
        cursor.insertFragment(QTextDocumentFragment(report::textDocument(document).get()));
    }
    m_text->moveCursor(QTextCursor::Start);
}

void PaperView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (std::abs(width() - m_drawnWidth) > 60)
        m_resized.start();
}

void PaperView::draw()
{
    constexpr double inchesWide = 8.27;
    m_resized.stop();
    stopDrawing();
    m_drawnWidth = width();
    const int room = std::clamp(m_area->viewport()->width() - em(3), 320, 1100);
    const int dpi = static_cast<int>(room / inchesWide);
    m_stop = std::make_shared<std::atomic<bool>>(false);
    // Values go in and images come out: nothing of the window is touched from there.
    QThreadPool::globalInstance()->start([documents = m_documents, dpi, stop = m_stop, guard = QPointer(this)] {
        const auto onWindow = [&](auto work) {
            QMetaObject::invokeMethod(
                qApp,
                [guard, stop, work] {
                    if (guard && !*stop)
                        work(*guard);
                },
                Qt::QueuedConnection);
        };
        int number = 0;
        for (const auto& document : documents) {
            const report::Layout layout(document);
            for (int page = 0; page < layout.pageCount() && !*stop; ++page) {
                const auto image = report::pageImage(layout, page, dpi);
                onWindow([number, image](PaperView& view) { view.showPage(number, image); });
                ++number;
            }
        }
        onWindow([number](PaperView& view) {
            while (view.pages() > number) {
                delete view.m_pages.back();
                view.m_pages.pop_back();
            }
            Q_EMIT view.drawn();
        });
    });
}

void PaperView::showPage(int page, const QImage& image)
{
    if (page == pages()) {
        auto* sheet = new QLabel;
        sheet->setFrameShape(QFrame::Box);
        sheet->setAccessibleName(tr("Page %1").arg(page + 1));
        m_sheets->layout()->addWidget(sheet);
        m_sheets->layout()->setAlignment(sheet, Qt::AlignHCenter | Qt::AlignTop);
        m_pages.push_back(sheet);
    }
    m_pages[static_cast<std::size_t>(page)]->setPixmap(QPixmap::fromImage(image));
}

void PaperView::print()
{
    if (QPrinterInfo::availablePrinterNames().isEmpty()) {
        Q_EMIT printFailed(
            tr("This computer has no printer set up. Save it as a PDF instead, and print that elsewhere."));
        return;
    }
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto* dialog = named(new QPrintDialog(printer.get(), this), QStringLiteral("printDialog"), tr("Print"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        paintOn(printer, m_documents, this, [this](bool isDone) {
            if (isDone)
                Q_EMIT printed();
            else
                Q_EMIT printFailed(
                    tr("The printer did not take it. Nothing may have been printed: look, and try again."));
        });
    });
    dialog->open();
}

void PaperView::paintOn(const std::shared_ptr<QPrinter>& printer, std::vector<report::Document> documents,
                        QObject* receiver, std::function<void(bool)> done)
{
    QThreadPool::globalInstance()->start(
        [printer, documents = std::move(documents), guard = QPointer(receiver), done = std::move(done)] {
            const bool isDone = report::paint(documents, *printer);
            QMetaObject::invokeMethod(
                qApp,
                [guard, done, isDone] {
                    if (guard)
                        done(isDone);
                },
                Qt::QueuedConnection);
        });
}

} // namespace heed::gui
