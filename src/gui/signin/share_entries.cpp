#include "gui/signin/share_entries.h"
#include "gui/frame/look.h"
#include "gui/log/text_box.h"
#include "gui/widgets/announce.h"
#include "gui/widgets/field.h"
#include "gui/widgets/named.h"

#include <QFontDatabase>
#include <QVBoxLayout>

namespace heed::gui::signin {
namespace {

using State = session::ShareLook::State;

constexpr int pause = 200; // ms
constexpr int usual = 2;
constexpr qsizetype longest = 2000; // characters of one box; a share has 90 and the spaces between

QString marked(const session::ShareLook& share)
{
    const auto words = share.sentence.left(1).toUpper() + share.sentence.mid(1);
    switch (share.state) {
    case State::Empty: return {};
    case State::Unfinished: return QStringLiteral("\u2026 ") + words;
    case State::Wrong: return QStringLiteral("\u26a0 ") + words;
    case State::Fits: break;
    }
    return QStringLiteral("\u2713 ") + words;
}

} // namespace

ShareEntries::ShareEntries(session::SessionThread* thread, const QString& vault, QWidget* parent)
    : QWidget(parent)
    , m_thread(thread)
    , m_vault(vault)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(em(0.8));
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &ShareEntries::ask);
    arrange(usual);
    m_thread->post(
        this, [vault] { return session::sharesNeeded(vault); },
        [this](const model::Expected<int>& needed) {
            if (needed && *needed > 0)
                arrange(*needed);
        });
}

ShareEntries::~ShareEntries() = default;

void ShareEntries::arrange(int count)
{
    while (m_entries.size() < static_cast<std::size_t>(count)) {
        const auto number = m_entries.size() + 1;
        auto* box = new log::TextBox(2);
        QFont fixed; // of the text's own size
        fixed.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
        box->setFont(fixed);
        box->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
        auto* says = textLabel({});
        auto* field = new Field(QStringLiteral("share%1").arg(number), tr("Sheet %1").arg(number), box,
                                number == 1 ? tr("All groups, in the order of the sheet. Small letters do; you may "
                                                 "paste what a barcode reader reads.")
                                            : QString());
        says->setObjectName(QStringLiteral("share%1Says").arg(number));
        m_column->addWidget(field);
        m_column->addWidget(says);
        m_entries.push_back({field, box, says});
        connect(box, &log::TextBox::textChanged, this, [this] { m_pause.start(); });
    }
}

QStringList ShareEntries::shares() const
{
    QStringList all;
    for (const auto& entry : m_entries)
        if (!entry.box->words().trimmed().isEmpty())
            all << entry.box->words();
    return all;
}

void ShareEntries::clear()
{
    for (const auto& entry : m_entries)
        entry.box->clear();
}

QWidget* ShareEntries::first() const
{
    return m_entries.front().box;
}

void ShareEntries::ask()
{
    QStringList typed;
    for (const auto& entry : m_entries)
        typed << entry.box->words().left(longest);
    m_thread->post(
        this, [vault = m_vault, typed] { return session::lookAtShares(vault, typed); },
        [this, question = ++m_asked](const model::Expected<session::SharesLook>& look) {
            if (question == m_asked && look)
                tell(*look);
        });
}

void ShareEntries::tell(const session::SharesLook& look)
{
    for (std::size_t i = 0; i < look.shares.size() && i < m_entries.size(); ++i) {
        const auto& share = look.shares[i];
        const bool isNew = i >= m_look.shares.size() || m_look.shares[i].state != share.state;
        auto* says = m_entries[i].says;
        says->setText(marked(share));
        says->setAccessibleName(says->text());
        m_entries[i].box->setAccessibleDescription(says->text());
        if (isNew && (share.state == State::Wrong || share.state == State::Fits))
            announce(says);
    }
    m_look = look;
    if (look.needed > 0)
        arrange(look.needed);
    Q_EMIT looked();
}

} // namespace heed::gui::signin
