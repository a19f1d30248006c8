#include "guidance/page.h"

#include "guidance/render.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace heed::guidance {

using namespace model;

namespace {

constexpr qsizetype largestPage = 512 * 1024;

const QRegularExpression& marker()
{
    static const QRegularExpression expression(QStringLiteral("\\[\\^([^\\]]*)\\]"));
    return expression;
}

const QRegularExpression& slotMark()
{
    static const QRegularExpression expression(QStringLiteral("\\{\\{([^}]*)\\}\\}"));
    return expression;
}

const QRegularExpression& linkMark()
{
    static const QRegularExpression expression(QStringLiteral("\\[([^\\[\\]]*)\\]\\(([^)]*)\\)"));
    return expression;
}

bool isPlainName(const QString& name)
{
    static const QRegularExpression expression(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
    return expression.match(name).hasMatch();
}

/// Reads one header. Every problem is told as: file, key, what is wrong.
class HeaderReader {
public:
    HeaderReader(QString file, Page& page)
        : m_file(std::move(file))
        , m_page(page)
    {
    }

    Result line(const QString& text)
    {
        const auto colon = text.indexOf(u':');
        if (colon < 1)
            return refuse(text.left(40), QStringLiteral("is not a key with its value"));
        const auto key = text.left(colon).trimmed();
        const auto value = text.mid(colon + 1).trimmed();
        if (key != u"source" && m_seen.contains(key))
            return refuse(key, QStringLiteral("stands twice"));
        m_seen.insert(key);
        if (value.isEmpty())
            return refuse(key, QStringLiteral("is empty"));
        return take(key, value);
    }

    Result finish() const
    {
        for (const auto& key : {QStringLiteral("title"), QStringLiteral("summary"), QStringLiteral("audience"),
                                QStringLiteral("section"), QStringLiteral("reviewed"), QStringLiteral("source")})
            if (!m_seen.contains(key))
                return refuse(key, QStringLiteral("is missing"));
        return {};
    }

    Result refuse(const QString& key, const QString& problem) const
    {
        return failure(ErrorCode::BadInput, QStringLiteral("%1: \"%2\" %3.").arg(m_file, key, problem));
    }

private:
    Result take(const QString& key, const QString& value)
    {
        if (key == u"title")
            return text(key, value, m_page.title);
        if (key == u"summary")
            return text(key, value, m_page.summary);
        if (key == u"audience")
            return audience(value);
        if (key == u"section")
            return section(value);
        if (key == u"order")
            return order(value);
        if (key == u"sign")
            return sign(value);
        if (key == u"reviewed")
            return reviewed(value);
        if (key == u"source")
            return source(value);
        return refuse(key, QStringLiteral("is not a key that Heed knows"));
    }

    Result text(const QString& key, const QString& value, QString& out) const
    {
        if (value.size() > shortText)
            return refuse(key, QStringLiteral("is longer than %1 characters").arg(shortText));
        out = value;
        return {};
    }

    Result audience(const QString& value)
    {
        for (const auto& name : value.split(u',')) {
            const auto reader = valueOf<Audience>(name.trimmed());
            if (!reader || m_page.isFor(*reader))
                return refuse(QStringLiteral("audience"),
                              QStringLiteral("must be one or more of: staff, parents, businesses, dsls, each once"));
            m_page.audience.push_back(*reader);
        }
        return {};
    }

    Result section(const QString& value)
    {
        const auto known = valueOf<Section>(value);
        if (!known)
            return refuse(QStringLiteral("section"),
                          QStringLiteral("must be one of: basics, signs, act, tools, learn, school"));
        m_page.section = *known;
        return {};
    }

    Result order(const QString& value)
    {
        bool isNumber = false;
        m_page.order = value.toInt(&isNumber);
        return isNumber ? Result{} : refuse(QStringLiteral("order"), QStringLiteral("must be a whole number"));
    }

    Result sign(const QString& value)
    {
        if (!isPlainName(value))
            return refuse(QStringLiteral("sign"), QStringLiteral("must be the code of a sign, such as older-partner"));
        m_page.sign = value;
        return {};
    }

    Result reviewed(const QString& value)
    {
        m_page.reviewed = QDate::fromString(value, QStringLiteral("yyyy-MM-dd"));
        return m_page.reviewed.isValid()
                   ? Result{}
                   : refuse(QStringLiteral("reviewed"), QStringLiteral("must be a date written as 2026-11-20"));
    }

    Result source(const QString& value)
    {
        const auto key = QStringLiteral("source");
        auto parts = value.split(u'|');
        for (auto& part : parts)
            part = part.trimmed();
        if (parts.size() < 3 || parts.size() > 4)
            return refuse(key, QStringLiteral("must be written as: id | year | what it is | address"));
        Source made;
        made.id = parts[0];
        if (!isPlainName(made.id))
            return refuse(key, QStringLiteral("has the id \"%1\", which must be small letters, digits and hyphens")
                                   .arg(made.id.left(40)));
        if (m_page.source(made.id))
            return refuse(key, QStringLiteral("gives the id \"%1\" twice").arg(made.id));
        static const QRegularExpression yearForm(QStringLiteral("^(read )?((?:19|20)\\d\\d)$"));
        const auto year = yearForm.match(parts[1]);
        if (!year.hasMatch())
            return refuse(
                key,
                QStringLiteral("\"%1\" needs its year, written as 2017, or as read 2026 when undated").arg(made.id));
        made.undated = !year.captured(1).isEmpty();
        made.year = year.captured(2).toInt();
        made.text = parts[2];
        if (made.text.isEmpty())
            return refuse(key, QStringLiteral("\"%1\" does not say what it is").arg(made.id));
        if (parts.size() == 4) {
            made.link = parts[3];
            if (const auto problem = problemOfAddress(made.link))
                return refuse(key, QStringLiteral("\"%1\" has an address that %2").arg(made.id, *problem));
        }
        m_page.sources.push_back(made);
        return {};
    }

    QString m_file;
    Page& m_page;
    QSet<QString> m_seen;
};

Result checkBody(const Page& page, const HeaderReader& header)
{
    const auto body = QStringLiteral("body");
    if (page.body.trimmed().isEmpty())
        return header.refuse(body, QStringLiteral("is empty"));
    static const QRegularExpression picture(QStringLiteral("!\\["));
    static const QRegularExpression html(QStringLiteral("<[A-Za-z/!?]"));
    if (picture.match(page.body).hasMatch())
        return header.refuse(body, QStringLiteral("has a picture; a page holds words only"));
    if (html.match(page.body).hasMatch())
        return header.refuse(body, QStringLiteral("has HTML or a bare address in angle brackets; write Markdown"));
    static const QRegularExpression definition(QStringLiteral("^ {0,3}\\[[^\\]]+\\]:"),
                                               QRegularExpression::MultilineOption);
    if (definition.match(page.body).hasMatch())
        return header.refuse(body, QStringLiteral("defines a link or a note apart; sources stand in the header"));

    QSet<QString> cited;
    for (auto found = marker().globalMatch(page.body); found.hasNext();) {
        const auto id = found.next().captured(1);
        if (!page.source(id))
            return header.refuse(body, QStringLiteral("cites \"%1\", which is not among the sources").arg(id.left(40)));
        cited.insert(id);
    }
    for (const auto& source : page.sources)
        if (!cited.contains(source.id))
            return header.refuse(QStringLiteral("source"),
                                 QStringLiteral("\"%1\" is never cited on the page").arg(source.id));
    for (const auto& name : slotNames(page))
        if (!isKnownSlot(name))
            return header.refuse(body,
                                 QStringLiteral("has the slot \"%1\", which Heed does not know").arg(name.left(40)));
    for (const auto& address : addressesIn(page.body))
        if (const auto problem = problemOfAddress(address))
            return header.refuse(body, QStringLiteral("links to \"%1\", which %2").arg(address.left(80), *problem));
    return {};
}

} // namespace

const Source* Page::source(QStringView sourceId) const
{
    const auto found = std::find_if(sources.begin(), sources.end(), [&](const Source& s) { return s.id == sourceId; });
    return found == sources.end() ? nullptr : &*found;
}

bool Page::isFor(Audience reader) const
{
    return std::find(audience.begin(), audience.end(), reader) != audience.end();
}

Expected<Page> parsePage(const QString& file, const QByteArray& text)
{
    Page page;
    HeaderReader header(file, page);
    const auto refuse = [&](const QString& key, const QString& problem) -> Expected<Page> {
        return tl::make_unexpected(header.refuse(key, problem).error());
    };
    page.id = file.endsWith(QStringLiteral(".md")) ? file.chopped(3) : QString();
    if (!isPlainName(page.id))
        return refuse(QStringLiteral("file name"),
                      QStringLiteral("must be small letters, digits and hyphens, then .md"));
    if (text.size() > largestPage)
        return refuse(QStringLiteral("file"), QStringLiteral("is larger than %1 KiB").arg(largestPage / 1024));
    auto whole = QString::fromUtf8(text);
    if (whole.toUtf8() != text || whole.contains(QChar::Null))
        return refuse(QStringLiteral("file"), QStringLiteral("is not UTF-8 text"));
    whole.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));

    const auto lines = whole.split(u'\n');
    if (lines.first() != u"---")
        return refuse(QStringLiteral("header"), QStringLiteral("is missing: the first line must be ---"));
    const auto end = lines.indexOf(QStringLiteral("---"), 1);
    if (end < 0)
        return refuse(QStringLiteral("header"), QStringLiteral("has no end: a line --- must close it"));
    for (qsizetype i = 1; i < end; ++i)
        HEED_TRY(header.line(lines[i]));
    HEED_TRY(header.finish());
    page.body = lines.mid(end + 1).join(u'\n').trimmed();
    HEED_TRY(checkBody(page, header));
    return page;
}

std::vector<Heading> contentsOf(const Page& page)
{
    static const QRegularExpression form(QStringLiteral("^(#{1,6})\\s+(.+?)\\s*#*$"));
    std::vector<Heading> contents;
    QHash<QString, int> used;
    for (const auto& line : page.body.split(u'\n')) {
        const auto found = form.match(line);
        if (!found.hasMatch())
            continue;
        Heading heading;
        heading.level = static_cast<int>(found.captured(1).size());
        heading.text = plainText(found.captured(2));
        static const QRegularExpression notWord(QStringLiteral("[^a-z0-9]+"));
        heading.anchor = heading.text.toLower().replace(notWord, QStringLiteral("-"));
        if (const auto times = used[heading.anchor]++)
            heading.anchor += QStringLiteral("-%1").arg(times + 1);
        contents.push_back(heading);
    }
    return contents;
}

QString withSlots(const QString& text, const Filling& filling)
{
    QString filled;
    qsizetype done = 0;
    for (auto found = slotMark().globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        const auto value = filling.value(match.captured(1)).trimmed();
        filled += QStringView(text).mid(done, match.capturedStart() - done);
        filled += value.isEmpty() ? QStringLiteral("\u2026") : value;
        done = match.capturedEnd();
    }
    filled += QStringView(text).mid(done);
    return filled;
}

QStringList slotNames(const Page& page)
{
    QStringList names;
    for (auto found = slotMark().globalMatch(page.body); found.hasNext();)
        names << found.next().captured(1);
    names.removeDuplicates();
    return names;
}

std::optional<QString> problemOfAddress(const QString& address)
{
    if (address.isEmpty() || address.contains(u' '))
        return QStringLiteral("is empty or has a space");
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid())
        return QStringLiteral("is not a well-formed address");
    const auto scheme = url.scheme();
    if (scheme == u"heed") {
        static const QRegularExpression place(
            QStringLiteral("^heed:(page|card|log|source)/(own/)?[a-z0-9]+(-[a-z0-9]+)*$|^heed:log$"));
        if (place.match(address).hasMatch())
            return {};
        return QStringLiteral("is no place in Heed");
    }
    if (scheme == u"mailto")
        return url.path().contains(u'@') ? std::nullopt : std::optional(QStringLiteral("is not an e-mail address"));
    if (scheme != u"http" && scheme != u"https")
        return QStringLiteral("must begin with https://, http://, mailto: or heed:");
    if (!url.host().contains(u'.') || !url.userInfo().isEmpty())
        return QStringLiteral("does not name a public site");
    return {};
}

QStringList addressesIn(const QString& markdown)
{
    QStringList addresses;
    for (auto found = linkMark().globalMatch(markdown); found.hasNext();)
        addresses << found.next().captured(2);
    return addresses;
}

} // namespace heed::guidance
