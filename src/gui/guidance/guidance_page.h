#pragma once

#include "gui/guidance/pages.h"

#include "guidance/listing.h"

class QLineEdit;
class QPushButton;
class QSplitter;
class QTimer;

namespace heed::gui {
class Banner;
}

namespace heed::gui::guidance {

class ContentsTree;
class Reader;

/// The library: contents and search at the left, the reader at the right.
class GuidancePage : public PlacePage {
    Q_OBJECT

public:
    GuidancePage(Context& context, QWidget* parent);

    void enter() override;
    void refresh() override {}
    void open(const QString& what) override;
    QString title() const override { return tr("Guidance"); }
    QWidget* firstFocus() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void display(const QString& id, int heading = -1);
    void goTo(const QString& id, int heading = -1);
    void follow(const QUrl& link);
    void step(int by);
    void find();
    void offer(const QUrl& link);
    void printPage();

    Context& m_context;
    heed::guidance::Shown m_shown;
    QStringList m_history;
    qsizetype m_at = -1;
    QUrl m_offered;
    QLineEdit* m_search;
    QTimer* m_searchSoon;
    QSplitter* m_splitter;
    ContentsTree* m_contents;
    Reader* m_reader;
    Banner* m_leaving;
    QPushButton* m_back;
    QPushButton* m_forward;
    QPushButton* m_logSign;
};

} // namespace heed::gui::guidance
