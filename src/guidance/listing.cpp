#include "guidance/listing.h"

namespace heed::guidance {

using namespace model;

namespace {

Line lineOf(const Page& page)
{
    Line line;
    line.kind = EntryKind::Page;
    line.id = page.id;
    line.title = page.title;
    line.summary = page.summary;
    line.audience = page.audience;
    line.section = page.section;
    line.sign = page.sign;
    line.reviewed = page.reviewed;
    line.own = page.own;
    return line;
}

Line lineOf(const Card& card)
{
    Line line;
    line.kind = EntryKind::Card;
    line.id = card.id;
    line.title = card.name;
    line.summary = card.what;
    line.audience = card.audience;
    line.card = card.kind;
    line.phone = card.phone;
    line.reviewed = card.checked;
    line.own = card.own;
    return line;
}

Shown showPage(const Page& page, QDate today, const Filling& filling)
{
    auto rendered = render(page, today, filling);
    Shown shown;
    shown.line = lineOf(page);
    shown.markdown = rendered.markdown;
    shown.contents = rendered.contents;
    shown.sources = rendered.sources;
    shown.unfilled = rendered.unfilled;
    shown.text =
        page.title + QStringLiteral("\n\n") + terminalText(rendered.markdown) + QStringLiteral("\n\nSources\n");
    for (const auto& source : rendered.sources) {
        shown.text += sourceLine(source);
        if (!source.link.isEmpty())
            shown.text += QStringLiteral(" (") + source.link + u')';
        shown.text += u'\n';
    }
    shown.text += QStringLiteral("\nLast reviewed ") + page.reviewed.toString(Qt::ISODate) + u'\n';
    return shown;
}

Shown showCard(const Card& card, QDate today)
{
    Shown shown;
    shown.line = lineOf(card);
    shown.card = card;
    shown.needsChecking = card.needsCheckingOn(today);
    QStringList lines{card.name, card.what};
    const auto add = [&](const QString& label, const QString& value) {
        if (!value.isEmpty())
            lines << QString(label + QStringLiteral(": ") + value);
    };
    add(QStringLiteral("Telephone"), card.phone);
    add(QStringLiteral("E-mail"), card.email);
    add(QStringLiteral("Hours"), card.hours);
    for (const auto& link : card.links) {
        add(link.label, link.address);
        add(QStringLiteral("Old address"), link.was);
    }
    add(QStringLiteral("Note"), card.note);
    add(QStringLiteral("Source"), card.source);
    add(QStringLiteral("Last checked"), card.checked.toString(Qt::ISODate));
    if (shown.needsChecking)
        lines << QStringLiteral("This was last checked more than twelve months ago: check it before you rely on it.");
    shown.text = lines.join(u'\n') + u'\n';
    return shown;
}

} // namespace

Listing list(const Library& library, std::optional<Audience> reader)
{
    Listing listing;
    for (const auto& page : library.pages())
        if (!reader || page.isFor(*reader))
            listing.entries.push_back(lineOf(page));
    for (const auto& card : library.cards())
        if (!reader || card.isFor(*reader))
            listing.entries.push_back(lineOf(card));
    return listing;
}

Expected<Shown> show(const Library& library, const QString& id, QDate today, const Filling& filling)
{
    if (const auto* page = library.page(id))
        return showPage(*page, today, filling);
    if (const auto* found = library.card(id)) {
        auto card = *found;
        // What the school has found out about its hub's hours is newer than what came with Heed.
        if (!card.phone.isEmpty() && card.phone == filling.value(QStringLiteral("mash.phone")))
            card.hours = filling.value(QStringLiteral("mash.hours"), card.hours);
        return showCard(card, today);
    }
    if (const auto* page = library.pageOfSign(id))
        return showPage(*page, today, filling);
    auto sentence = QStringLiteral("There is no page or card called \"%1\".").arg(id.left(60));
    QStringList near;
    for (const auto& hit : library.search(id, 3))
        near << hit.id;
    sentence += near.isEmpty() ? QStringLiteral(" \"guidance list\" shows them all.")
                               : QString(QStringLiteral(" Nearest: ") + near.join(QStringLiteral(", ")) + u'.');
    return failure(ErrorCode::NotFound, sentence);
}

Found search(const Library& library, const QString& query, std::size_t limit, const Filling& filling)
{
    return {query.left(500), library.search(query, limit, filling)};
}

} // namespace heed::guidance
