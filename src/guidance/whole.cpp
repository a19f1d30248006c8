#include "guidance/whole.h"

#include "rules/words.h"

#include <QMap>

#include <algorithm>

namespace heed::guidance {
namespace {

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

QString cardText(const Card& card, bool needsChecking)
{
    QString text = escaped(card.what) + QStringLiteral("\n\n");
    const auto add = [&text](const QString& label, const QString& value) {
        if (!value.isEmpty())
            text += QStringLiteral("**%1** %2\n\n").arg(label, value);
    };
    add(QStringLiteral("Telephone:"), escaped(card.phone).replace(u' ', QChar::Nbsp));
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

QString readersText(const std::vector<Audience>& readers)
{
    static const QMap<Audience, QString> words{{Audience::Staff, QStringLiteral("staff")},
                                               {Audience::Parents, QStringLiteral("parents")},
                                               {Audience::Businesses, QStringLiteral("businesses")},
                                               {Audience::Dsls, QStringLiteral("safeguarding leads")}};
    QStringList named;
    for (auto reader = words.begin(); reader != words.end(); ++reader) // in one order, whatever the file's
        if (std::find(readers.begin(), readers.end(), reader.key()) != readers.end())
            named << reader.value();
    auto text = rules::listed(named);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString wholeText(const Shown& shown)
{
    QString text = QStringLiteral("# %1\n\n").arg(escaped(shown.line.title));
    if (shown.line.own)
        text +=
            QStringLiteral("**Our school's own.** A safeguarding lead here added this; it did not come with Heed.\n\n");
    text += QStringLiteral("*For: %1.*\n\n").arg(escaped(readersText(shown.line.audience)));
    if (shown.card)
        return text + cardText(*shown.card, shown.needsChecking);
    text += shown.markdown.trimmed() + QStringLiteral("\n\n## Where this comes from\n\n");
    for (const auto& source : shown.sources) {
        const auto number = QString::number(source.number) + QStringLiteral(". ");
        text += number + escaped(sourceLine(source).mid(number.size()));
        if (!source.link.isEmpty())
            text += QStringLiteral(" %1").arg(link(source.link, source.link));
        text += u'\n';
    }
    return text +
           QStringLiteral("\nThis page was last reviewed on %1.\n").arg(escaped(rules::inWords(shown.line.reviewed)));
}

} // namespace heed::guidance
