#include "guidance/card.h"

#include "model/json.h"

#include <QRegularExpression>

#include <algorithm>

namespace heed::guidance {

using namespace model;

namespace {

Result check(const QString& file, const Card& card)
{
    const auto refuse = [&](const char* key, const QString& problem) -> Result {
        return failure(ErrorCode::BadInput,
                       QStringLiteral("%1: \"%2\" %3.").arg(file, QString::fromLatin1(key), problem));
    };
    if (card.name.trimmed().isEmpty())
        return refuse("name", QStringLiteral("is empty"));
    if (card.what.trimmed().isEmpty())
        return refuse("what", QStringLiteral("is empty"));
    if (card.source.trimmed().isEmpty())
        return refuse("source", QStringLiteral("is empty"));
    if (card.audience.empty())
        return refuse("audience", QStringLiteral("is empty"));
    static const QRegularExpression number(QStringLiteral("^\\+?[0-9][0-9 ]*$"));
    if (!card.phone.isEmpty() && !number.match(card.phone).hasMatch())
        return refuse("phone", QStringLiteral("must be digits and spaces"));
    if (!card.email.isEmpty() && !card.email.contains(u'@'))
        return refuse("email", QStringLiteral("is not an e-mail address"));
    if (card.kind == CardKind::Contact && card.phone.isEmpty() && card.links.empty())
        return refuse("phone", QStringLiteral("is missing, and so is a link: one of them must say how to reach it"));
    if (card.kind == CardKind::Resource && card.links.empty())
        return refuse("links", QStringLiteral("is missing: a resource says where it is"));
    for (const auto& link : card.links) {
        if (const auto problem = problemOfAddress(link.address))
            return refuse("links.address", *problem);
        if (link.was.isEmpty())
            continue;
        if (const auto problem = problemOfAddress(link.was))
            return refuse("links.was", *problem);
        if (link.was == link.address)
            return refuse("links.was", QStringLiteral("is the same as the address"));
    }
    return {};
}

} // namespace

bool Card::isFor(Audience reader) const
{
    return std::find(audience.begin(), audience.end(), reader) != audience.end();
}

Expected<Card> parseCard(const QString& file, const QByteArray& text)
{
    static const QRegularExpression form(QStringLiteral("^([a-z0-9]+(?:-[a-z0-9]+)*)\\.json$"));
    const auto name = form.match(file);
    if (!name.hasMatch())
        return failure(ErrorCode::BadInput,
                       file + QStringLiteral(": the file name must be small letters, digits and hyphens, then .json."));
    HEED_TAKE(const auto map, parseJson(text, file));
    HEED_TAKE(auto card, fromShape<Card>(map, file));
    card.id = name.captured(1);
    HEED_TRY(check(file, card));
    return card;
}

} // namespace heed::guidance
