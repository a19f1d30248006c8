#pragma once

#include "gui/frame/context.h"
#include "gui/widgets/card.h"
#include "session/pupil_import.h"

#include <QPointer>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace heed::gui {
class Banner;
class Busy;
class ProgressLine;
} // namespace heed::gui

namespace heed::gui::log {
class Tick;
}

namespace heed::gui::settings {

class ColumnChoices;
class ReadingChoices;

/// Pupils from a file, in steps on the page: choose it, say what its columns hold, read what would change, bring
/// it in.
class PupilImportCard : public Card {
    Q_OBJECT

public:
    explicit PupilImportCard(Context& context, QWidget* parent = nullptr);

    void chooseFile();
    bool isOpen() const { return !m_path.isEmpty(); }

Q_SIGNALS:
    void imported(const QString& sentence);
    void closed();

private:
    void look(const QString& path);
    void lookAgain();
    void showColumns(const session::FileLook& found);
    /// What was `decided` of rows stays chosen.
    void preview(const pupils::Decisions& decided = {});
    void showPreview(const session::ImportPreview& preview, const pupils::Decisions& decided);
    void askAbout(const session::ImportPreview& preview, const pupils::Decisions& decided);
    void bringIn();
    void saveRefused();
    void fail(const model::Error& error);
    void leave();
    void close();
    session::ImportRequest request() const;

    Context& m_context;
    QString m_path;
    session::Looked m_looked;
    QByteArray m_refused;
    std::optional<pupils::Mapping> m_mapping;
    std::map<qint64, QComboBox*> m_asked;
    QLabel* m_file;
    Banner* m_error;
    Busy* m_busy;
    ProgressLine* m_progress;
    QWidget* m_columnsPart;
    QLabel* m_asLastTime;
    ReadingChoices* m_reading;
    ColumnChoices* m_columns;
    log::Tick* m_whole;
    QWidget* m_previewPart;
    QLabel* m_counts;
    QWidget* m_askedPart;
    QTableWidget* m_changes;
    QLabel* m_shown;
    QLabel* m_saved;
    QPushButton* m_look;
    QPushButton* m_take;
    QPushButton* m_save;
    QPushButton* m_back;
};

} // namespace heed::gui::settings
