#pragma once

#include "gui/guidance/pages.h"

#include "guidance/listing.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTimer;

namespace heed::gui {
class Banner;
}

namespace heed::gui::guidance {

class CallSheetCard;
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
    void setOrigin(Place from) override;
    QString title() const override { return tr("Guidance"); }
    QWidget* firstFocus() override;
    QString where() const override;
    void goBack(const QString& where) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// A page that was read, and how far down.
    struct Visit {
        QString id;
        int scrolled = 0;
    };

    QWidget* makeContents();
    QWidget* makeReader();
    void takeKeys();
    /// Where there is room for one only: the contents, or what is read.
    void showContents(bool wanted);
    void listAll();
    /// Takes in what the school has added or taken out since.
    void takeLibrary();
    void zoom(int steps);
    void display(const QString& id, int heading = -1);
    void displayAgain();
    void goTo(const QString& id, int heading = -1);
    void follow(const QUrl& link);
    void step(int by);
    void find();
    void offer(const QUrl& link);
    void printPage();
    void printCallSheet();

    Context& m_context;
    std::vector<model::GuidanceFile> m_files; ///< the school's own, as m_library holds them
    heed::guidance::Library m_library;
    heed::guidance::Shown m_shown;
    QList<Visit> m_history;
    qsizetype m_at = -1;
    int m_zoom = 0; ///< steps of larger text
    QUrl m_offered;
    QLineEdit* m_search;
    QComboBox* m_readers; ///< for whom the contents are
    QTimer* m_searchSoon;
    QSplitter* m_splitter;
    ContentsTree* m_contents;
    Reader* m_reader;
    Banner* m_leaving;
    QPushButton* m_back;
    QPushButton* m_forward;
    QPushButton* m_logSign;
    QPushButton* m_caseSheet;
    QPushButton* m_callSheet;
    CallSheetCard* m_whichCase;
    QWidget* m_left = nullptr;
    QWidget* m_right = nullptr;
    QPushButton* m_showContents;
    QPushButton* m_hideContents;
    bool m_isNarrow = false;
    bool m_wantsContents = false;
    QPushButton* m_return; ///< to the form, which opened this page
};

} // namespace heed::gui::guidance
