#pragma once

#include "report/document.h"

#include <QDialog>

#include <vector>

namespace heed::gui {

class Banner;
class PaperView;

/// Shows what will be on paper; from here it goes to a printer or a PDF. For papers that are not part of a record: a
/// blank form, recovery shares.
class PaperDialog : public QDialog {
    Q_OBJECT

public:
    /// `fileName` is suggested for the PDF; several documents get a number each.
    PaperDialog(const QString& title, const QString& fileName, std::vector<report::Document> documents,
                QWidget* parent);

    /// Writes the PDF, or PDFs; says in place how that went.
    void saveAs(const QString& path);

Q_SIGNALS:
    void printed();
    void saved(const QStringList& files);

private:
    void chooseFile();

    QString m_fileName;
    PaperView* m_view;
    Banner* m_banner;
};

} // namespace heed::gui
