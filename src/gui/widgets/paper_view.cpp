#include "gui/widgets/paper_view.h"
#include "gui/frame/look.h"
#include "gui/widgets/named.h"

#include "report/paint.h"

#include <QLabel>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace heed::gui {

PaperView::PaperView(const QString& objectName, QWidget* parent)
    : QWidget(parent)
    , m_area(new QScrollArea)
{
    setObjectName(objectName);
    named(m_area, objectName + QStringLiteral("Pages"), tr("Pages as they will be printed"));
    m_area->setWidgetResizable(true);
    m_area->setAlignment(Qt::AlignHCenter);
    m_area->setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_area);
}

void PaperView::setDocuments(std::vector<report::Document> documents)
{
    m_documents = std::move(documents);
    draw();
}

void PaperView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (std::abs(width() - m_drawnWidth) > 60)
        draw();
}

void PaperView::draw()
{
    constexpr double inchesWide = 8.27;
    m_drawnWidth = width();
    const int room = std::clamp(m_area->viewport()->width() - em(3), 320, 1100);
    const int dpi = static_cast<int>(room / inchesWide);
    m_sheets = new QWidget;
    auto* column = new QVBoxLayout(m_sheets);
    column->setSpacing(em(1));
    m_pages = 0;
    for (const auto& document : m_documents) {
        const int count = report::pageCount(document);
        for (int page = 0; page < count; ++page) {
            auto* sheet = new QLabel;
            sheet->setPixmap(QPixmap::fromImage(report::pageImage(document, page, dpi)));
            sheet->setFrameShape(QFrame::Box);
            sheet->setAccessibleName(tr("Page %1").arg(++m_pages));
            column->addWidget(sheet, 0, Qt::AlignHCenter);
        }
    }
    column->addStretch();
    m_area->setWidget(m_sheets);
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
        if (report::paint(m_documents, *printer))
            Q_EMIT printed();
        else
            Q_EMIT printFailed(tr("The printer did not take it. Nothing may have been printed: look, and try again."));
    });
    dialog->open();
}

} // namespace heed::gui
