#pragma once

#include "report/document.h"

#include <QTimer>
#include <QWidget>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

class QLabel;
class QPrinter;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTextBrowser;

namespace heed::gui {

/// Documents page by page, as they will be on paper, wherever they then go, and as text for who has them read aloud. It
/// prints nothing by itself. Pages are laid out and painted beside the window, which never waits for them.
class PaperView : public QWidget {
    Q_OBJECT

public:
    explicit PaperView(const QString& objectName, QWidget* parent = nullptr);
    ~PaperView() override;

    void setDocuments(std::vector<report::Document> documents);
    const std::vector<report::Document>& documents() const { return m_documents; }
    /// How many pages are drawn so far.
    int pages() const { return static_cast<int>(m_pages.size()); }

    /// Asks for a printer, without an event loop of its own, and paints the documents there. `done` says whether it was
    /// printed. Plain text reaches the system's print queue: the dialog's page says so.
    void print();

    /// Paints documents on a printer beside the window; `done` runs on the window's thread, if `receiver` still lives.
    static void paintOn(const std::shared_ptr<QPrinter>& printer, std::vector<report::Document> documents,
                        QObject* receiver, std::function<void(bool)> done);

Q_SIGNALS:
    void drawn(); ///< every page is there
    void printed();
    void printFailed(const QString& sentence);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void draw();
    void showPage(int page, const QImage& image);
    void showText();
    void stopDrawing();

    std::vector<report::Document> m_documents;
    QPushButton* m_asText;
    QStackedWidget* m_faces;
    QScrollArea* m_area;
    QTextBrowser* m_text;
    QWidget* m_sheets;
    std::vector<QLabel*> m_pages;
    QTimer m_resized;
    std::shared_ptr<std::atomic<bool>> m_stop;
    int m_drawnWidth = 0;
};

} // namespace heed::gui
