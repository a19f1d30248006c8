#include "gui/widgets/paper_dialog.h"
#include "gui/frame/look.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/named.h"
#include "gui/widgets/paper_view.h"

#include "report/pdf.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace heed::gui {

PaperDialog::PaperDialog(const QString& title, const QString& fileName, std::vector<report::Document> documents,
                         QWidget* parent)
    : QDialog(parent)
    , m_fileName(fileName)
    , m_view(new PaperView(QStringLiteral("paper")))
    , m_banner(new Banner(Banner::Tone::Note, QStringLiteral("paperBanner")))
{
    named(this, QStringLiteral("paperDialog"), title);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* print = primaryButton(QStringLiteral("paperPrint"), tr("&Print\u2026"));
    auto* save = button(QStringLiteral("paperSave"), tr("&Save as PDF\u2026"));
    auto* close = button(QStringLiteral("paperClose"), tr("&Close"));
    auto* buttons = new FlowLayout;
    buttons->addWidget(print);
    buttons->addWidget(save);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_banner);
    column->addWidget(m_view, 1);
    column->addWidget(remarkLabel(
        tr("What is printed passes through this computer's print queue as plain text. Collect it at once.")));
    column->addLayout(buttons);
    m_banner->hide();
    resize(em(62), em(52));

    connect(print, &QPushButton::clicked, m_view, &PaperView::print);
    connect(save, &QPushButton::clicked, this, &PaperDialog::chooseFile);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_view, &PaperView::printed, this, [this] {
        m_banner->setTone(Banner::Tone::Tell);
        m_banner->announce({}, tr("Sent to the printer."));
        Q_EMIT printed();
    });
    connect(m_view, &PaperView::printFailed, this, [this](const QString& sentence) {
        m_banner->setTone(Banner::Tone::Warning);
        m_banner->announce({}, sentence);
    });
    m_view->setDocuments(std::move(documents));
}

void PaperDialog::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Save as PDF"));
    named(dialog, QStringLiteral("paperFileDialog"), tr("Save as PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PDF files (*.pdf)"));
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(m_fileName + QStringLiteral(".pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, &PaperDialog::saveAs);
    dialog->open();
}

void PaperDialog::saveAs(const QString& path)
{
    QStringList files;
    const auto& documents = m_view->documents();
    const QFileInfo info(path);
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const auto file = documents.size() == 1
                              ? path
                              : QStringLiteral("%1/%2-%3.pdf").arg(info.path(), info.completeBaseName()).arg(i + 1);
        if (const auto written = report::writePdf(documents[i], file); !written) {
            m_banner->setTone(Banner::Tone::Danger);
            m_banner->announce(tr("It was not saved"), written.error().message);
            return;
        }
        files << file;
    }
    m_banner->setTone(Banner::Tone::Tell);
    m_banner->announce({}, tr("Saved: %1").arg(files.join(QStringLiteral(", "))));
    Q_EMIT saved(files);
}

} // namespace heed::gui
