#pragma once

#include "gui/frame/context.h"
#include "gui/frame/place_page.h"

#include <QMap>

class QLabel;
class QVBoxLayout;

namespace heed::gui {
class Banner;
class DraftKeeper;
} // namespace heed::gui

namespace heed::gui::log {

/// What one has logged oneself: how it stands, what came back, one's own words, and adding to them.
class OwnConcernsPage : public PlacePage {
    Q_OBJECT

public:
    explicit OwnConcernsPage(Context& context, QWidget* parent = nullptr);

    void enter() override;
    void beforeLock() override;
    void open(const QString& reference) override;
    QString title() const override;
    QWidget* firstFocus() override;

private:
    void setConcerns(std::vector<session::OwnConcern> concerns);
    QWidget* makeCard(const session::OwnConcern& own);
    QWidget* makeAddition(const QString& reference);
    void fill();
    bool takeDraft(const QByteArray& draft);
    QByteArray draft() const;

    Context& m_context;
    std::vector<session::OwnConcern> m_concerns;
    std::size_t m_shown = 0;
    QString m_wanted;                   ///< the reference to bring into view
    QMap<QString, QString> m_additions; ///< what is being written to add, by reference
    DraftKeeper* m_draft;
    std::size_t m_wantedCount = 0; ///< how many were shown before
    QWidget* m_list;
    QVBoxLayout* m_lines;
    QLabel* m_count;
    Banner* m_error;
    QWidget* m_more;
};

} // namespace heed::gui::log
