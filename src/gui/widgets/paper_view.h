#pragma once

#include "report/document.h"

#include <QWidget>

#include <vector>

class QScrollArea;
class QVBoxLayout;

namespace heed::gui {

/// Documents page by page, as they will be on paper, wherever they then go. It prints nothing by itself.
class PaperView : public QWidget {
    Q_OBJECT

public:
    explicit PaperView(const QString& objectName, QWidget* parent = nullptr);

    void setDocuments(std::vector<report::Document> documents);
    const std::vector<report::Document>& documents() const { return m_documents; }
    int pages() const { return m_pages; }

    /// Asks for a printer, without an event loop of its own, and paints the documents there. `done` says whether it was
    /// printed. Plain text reaches the system's print queue: the dialog's page says so.
    void print();

Q_SIGNALS:
    void printed();
    void printFailed(const QString& sentence);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void draw();

    std::vector<report::Document> m_documents;
    QScrollArea* m_area;
    QWidget* m_sheets = nullptr;
    int m_pages = 0;
    int m_drawnWidth = 0;
};

} // namespace heed::gui
