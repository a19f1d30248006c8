#include "gui/settings/siblings_card.h"
#include "gui/widgets/kit.h"

namespace heed::gui::settings {
namespace {

QString wordsOn(const session::FoundPupil& pupil)
{
    const auto place = pupil.className.isEmpty() ? SiblingsCard::tr("Year %1").arg(pupil.yearGroup) : pupil.className;
    return SiblingsCard::tr("%1 %2, %3").arg(pupil.forename, pupil.surname, place);
}

} // namespace

SiblingsCard::SiblingsCard(QWidget* parent)
    : Card(tr("Brothers and sisters at the school"), parent)
{
    setObjectName(QStringLiteral("pupilSiblings"));
    content()->addWidget(remarkLabel(tr("Heed offers who has the same address, or the same contact with the same "
                                        "number. It holds once you say so, for both.")));
    build();
}

void SiblingsCard::take(const session::Siblings& siblings)
{
    m_lines.clear();
    for (const auto& one : siblings.confirmed)
        m_lines.push_back({one, {}, true, nullptr, nullptr});
    for (const auto& one : siblings.offered)
        m_lines.push_back({one.pupil, one.why, false, nullptr, nullptr});
    build();
}

QStringList SiblingsCard::ids() const
{
    QStringList all;
    for (const auto& line : m_lines)
        if (line.isConfirmed)
            all << line.pupil.id;
    return all;
}

void SiblingsCard::setIds(const QStringList& ids)
{
    for (auto& line : m_lines)
        line.isConfirmed = ids.contains(line.pupil.id);
    tell();
}

void SiblingsCard::build()
{
    delete m_list;
    m_list = new QWidget;
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        auto& line = m_lines[i];
        line.says = textLabel({});
        line.says->setObjectName(QStringLiteral("pupilSibling%1Words").arg(i + 1));
        line.act = button(QStringLiteral("pupilSibling%1").arg(i + 1), {});
        connect(line.act, &QPushButton::clicked, this, [this, i] {
            m_lines[i].isConfirmed = !m_lines[i].isConfirmed;
            tell();
            Q_EMIT changed();
        });
        column->addWidget(line.says);
        column->addWidget(line.act, 0, Qt::AlignLeft);
    }
    if (m_lines.empty())
        column->addWidget(textLabel(tr("None are known, and none are offered.")));
    tell();
    content()->addWidget(m_list);
}

void SiblingsCard::tell()
{
    for (const auto& line : m_lines) {
        const auto who = wordsOn(line.pupil);
        line.says->setText(line.isConfirmed     ? tr("%1: brother or sister.").arg(who)
                           : line.why.isEmpty() ? tr("%1: no longer.").arg(who)
                                                : tr("%1: may be. %2.").arg(who, line.why));
        line.act->setText(line.isConfirmed ? tr("They are not") : tr("Yes, they are"));
        line.act->setAccessibleName(tr("%1: %2").arg(who, line.act->text()));
    }
}

} // namespace heed::gui::settings
