#pragma once

#include "gui/frame/context.h"
#include "session/register.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace heed::gui {
class Banner;
} // namespace heed::gui

namespace heed::gui::settings {

class NewYearCard;
class PupilImportCard;
class PupilPage;

/// The pupil register, for a safeguarding lead: finds, adds and corrects pupils, brings them in from a file, and
/// begins a school year.
class PupilsPanel : public QWidget {
    Q_OBJECT

public:
    explicit PupilsPanel(Context& context, QWidget* parent = nullptr);

    void reload();
    bool isChanged() const;
    /// Keeps what was typed of a pupil and not saved.
    void storeDraft();

private:
    void fill(const std::vector<session::FoundPupil>& pupils, bool searched);
    void correctChosen();
    void find();
    void loadHistory();
    void tell(const QString& sentence);
    void listen();

    Context& m_context;
    bool m_hasLooked = false;
    QTimer m_typing;
    Banner* m_answer;
    QWidget* m_list;
    PupilPage* m_page;
    QPushButton* m_import;
    QPushButton* m_add;
    QPushButton* m_newYear;
    QPushButton* m_correct;
    PupilImportCard* m_importCard;
    NewYearCard* m_newYearCard;
    QLabel* m_last;
    QLineEdit* m_find;
    QLabel* m_count;
    QTableWidget* m_table;
};

} // namespace heed::gui::settings
