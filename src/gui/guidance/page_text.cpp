#include "gui/guidance/page_text.h"

#include "rules/routing.h"
#include "rules/words.h"

namespace heed::gui::guidance {
namespace {

namespace lib = heed::guidance;

QString escaped(const QString& text)
{
    QString out;
    for (const auto c : text) {
        if (QStringLiteral("\\`*_{}[]()#+-.!|<>~&").contains(c))
            out += u'\\';
        out += c;
    }
    return out;
}

QString link(const QString& label, const QString& address)
{
    return QStringLiteral("[%1](<%2>)").arg(escaped(label), address);
}

QString cardText(const lib::Card& card, bool needsChecking)
{
    QString text = escaped(card.what) + QStringLiteral("\n\n");
    const auto add = [&text](const QString& label, const QString& value) {
        if (!value.isEmpty())
            text += QStringLiteral("**%1** %2\n\n").arg(label, value);
    };
    add(QStringLiteral("Telephone:"), escaped(card.phone));
    add(QStringLiteral("Hours:"), escaped(card.hours));
    if (!card.email.isEmpty())
        add(QStringLiteral("E-mail:"), link(card.email, QStringLiteral("mailto:") + card.email));
    for (const auto& each : card.links) {
        add(each.label + u':', link(each.address, each.address));
        add(QStringLiteral("Its old address was:"), escaped(each.was));
    }
    add(QStringLiteral("Good to know:"), escaped(card.note));
    if (needsChecking)
        text += QStringLiteral("**Last checked more than twelve months ago. Check it before you rely on it.**\n\n");
    text += QStringLiteral("Source: %1. Last checked on %2.\n")
                .arg(escaped(card.source), escaped(rules::inWords(card.checked)));
    return text;
}

} // namespace

lib::Filling fillingFor(const model::Profile& profile, const QDateTime& now, const QString& reader)
{
    auto filling = lib::fillingFrom(profile);
    model::Concern concern;
    concern.child.onRoll = true;
    const auto route = rules::route(concern, profile, now, reader);
    filling.insert(QStringLiteral("route.name"), route.contact.name);
    if (route.contact.phone)
        filling.insert(QStringLiteral("route.phone"), *route.contact.phone);
    const auto next = rules::nextToTell(route, profile, {route.contact.name});
    filling.insert(QStringLiteral("route.deputies"),
                   route.deputies.isEmpty() ? QString(next.name + QStringLiteral(", ") + next.phone.value_or(QString()))
                                            : rules::listed(route.deputies));
    QStringList reasons;
    for (const auto& reason : route.reasons)
        reasons << reason.sentence;
    filling.insert(QStringLiteral("route.reasons"), reasons.join(u' '));
    return filling;
}

QString markdownOf(const lib::Shown& shown)
{
    QString text = QStringLiteral("# %1\n\n").arg(escaped(shown.line.title));
    if (shown.line.own)
        text +=
            QStringLiteral("**Our school's own.** A safeguarding lead here added this; it did not come with Heed.\n\n");
    if (shown.card)
        return text + cardText(*shown.card, shown.needsChecking);
    text += shown.markdown.trimmed() + QStringLiteral("\n\n## Where this comes from\n\n");
    for (const auto& source : shown.sources) {
        text += QStringLiteral("%1. %2").arg(source.number).arg(escaped(lib::sourceLine(source)));
        if (!source.link.isEmpty())
            text += QStringLiteral(" %1").arg(link(source.link, source.link));
        text += u'\n';
    }
    return text +
           QStringLiteral("\nThis page was last reviewed on %1.\n").arg(escaped(rules::inWords(shown.line.reviewed)));
}

} // namespace heed::gui::guidance
