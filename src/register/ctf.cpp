#include "register/ctf.h"

#include "register/rows.h"

#include <QHash>
#include <QIODevice>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace heed::pupils {

using model::ErrorCode;
using model::Expected;
using model::failure;

namespace {

constexpr qsizetype deepest = 32;
constexpr qsizetype longestText = 64 * 1024; // characters
constexpr std::size_t mostContacts = 20;

/// What an element's text says of a pupil. The key is the element's path below Pupil.
using Take = void (*)(model::Pupil&, const QString&);

void add(QStringList& list, const QString& text)
{
    if (!text.isEmpty() && list.size() < 20 && !list.contains(text))
        list << text;
}

std::optional<bool> yesOrNo(const QString& text)
{
    const auto folded = text.toLower();
    if (folded == QStringLiteral("true") || folded == QStringLiteral("y") || folded == QStringLiteral("1"))
        return true;
    if (folded == QStringLiteral("false") || folded == QStringLiteral("n") || folded == QStringLiteral("0"))
        return false;
    return {};
}

QDate date(const QString& text)
{
    return QDate::fromString(text.left(10), QStringLiteral("yyyy-MM-dd"));
}

void line(model::Pupil& pupil, const QString& text)
{
    if (!text.isEmpty())
        pupil.facts.address += (pupil.facts.address.isEmpty() ? QString() : QStringLiteral(", ")) + text;
}

void yearGroup(model::Pupil& pupil, const QString& text)
{
    pupil.child.yearGroup = text;
}
void ethnicity(model::Pupil& pupil, const QString& text)
{
    pupil.facts.ethnicity = text;
}
void sex(model::Pupil& pupil, const QString& text)
{
    pupil.facts.sex = text;
}

const QHash<QString, Take>& takes()
{
    using P = model::Pupil;
    static const auto basic = QStringLiteral("BasicDetails/");
    static const QHash<QString, Take> table{
        {QStringLiteral("UPN"), [](P& p, const QString& t) { p.child.upn = t; }},
        {QStringLiteral("Surname"), [](P& p, const QString& t) { p.facts.legalSurname = t; }},
        {QStringLiteral("Forename"), [](P& p, const QString& t) { p.facts.legalForename = t; }},
        {QStringLiteral("Gender"), sex},
        {QStringLiteral("Sex"), sex},
        {QStringLiteral("NCyearActual"), yearGroup},
        {basic + QStringLiteral("NCyearActual"), yearGroup},
        {QStringLiteral("Ethnicity"), ethnicity},
        {basic + QStringLiteral("Ethnicity"), ethnicity},
        {basic + QStringLiteral("FormerUPN"), [](P& p, const QString& t) { add(p.facts.formerUpns, t); }},
        {basic + QStringLiteral("PreferredSurname"), [](P& p, const QString& t) { p.child.surname = t; }},
        {basic + QStringLiteral("PreferredForename"), [](P& p, const QString& t) { p.child.forename = t; }},
        {basic + QStringLiteral("FormerSurname"), [](P& p, const QString& t) { add(p.facts.formerNames, t); }},
        {basic + QStringLiteral("FormerForename"), [](P& p, const QString& t) { add(p.facts.formerNames, t); }},
        {basic + QStringLiteral("MiddleNames"), [](P& p, const QString& t) { p.facts.middleNames = t; }},
        {basic + QStringLiteral("Languages/Type/Language"), [](P& p, const QString& t) { p.facts.language = t; }},
        {basic + QStringLiteral("Languages/Type"),
         [](P& p, const QString& t) {
             if (p.facts.language.isEmpty())
                 p.facts.language = t;
         }},
        {basic + QStringLiteral("Disabilities/Disability"),
         [](P& p, const QString& t) { add(p.facts.disabilities, t); }},
        {QStringLiteral("LookedAfter/InCare"), [](P& p, const QString& t) { p.facts.lookedAfter = yesOrNo(t); }},
        {QStringLiteral("LookedAfter/CareAuthority"), [](P& p, const QString& t) { p.facts.caringAuthority = t; }},
        {QStringLiteral("SENhistory/SEN/SENprovision"), [](P& p, const QString& t) { p.facts.sen = t; }},
        {QStringLiteral("Address/PostCode"), [](P& p, const QString& t) { p.facts.postcode = t; }},
        {QStringLiteral("Address/AddressLine1"), line},
        {QStringLiteral("Address/AddressLine2"), line},
        {QStringLiteral("Address/AddressLine3"), line},
        {QStringLiteral("Address/AddressLine4"), line},
        {QStringLiteral("Address/AddressLine5"), line},
        {QStringLiteral("Address/SAON"), line},
        {QStringLiteral("Address/PAON"), line},
        {QStringLiteral("Address/Street"), line},
        {QStringLiteral("Address/Locality"), line},
        {QStringLiteral("Address/Town"), line},
        {QStringLiteral("Phones/Phone/PhoneNo"), [](P& p, const QString& t) { p.facts.phone = t; }},
        {QStringLiteral("SchoolHistory/School/EntryDate"), [](P& p, const QString& t) {
             if (const auto day = date(t); day.isValid())
                 p.facts.entryDate = day;
         }}};
    return table;
}

/// A contact's name comes in parts, in whatever order.
struct NameParts {
    QString title;
    QString forename;
    QString surname;

    QString whole() const { return QString(title + u' ' + forename + u' ' + surname).simplified(); }
};

void takeOfContact(model::ContactPerson& contact, NameParts& name, const QString& path, const QString& text)
{
    const auto join = [&](QString& into, const QString& separator) {
        if (!text.isEmpty())
            into += (into.isEmpty() ? QString() : separator) + text;
    };
    if (path == QStringLiteral("Title"))
        name.title = text;
    else if (path == QStringLiteral("Forename"))
        name.forename = text;
    else if (path == QStringLiteral("Surname"))
        name.surname = text;
    else if (path == QStringLiteral("Relationship"))
        contact.relationship = text;
    else if (path == QStringLiteral("Responsible") || path == QStringLiteral("ParentalResponsibility"))
        contact.parentalResponsibility = yesOrNo(text).value_or(false);
    else if (path == QStringLiteral("Phones/Phone/PhoneNo"))
        join(contact.phone, QStringLiteral(", "));
    else if (path == QStringLiteral("Email"))
        contact.email = text;
    else if (path.startsWith(QStringLiteral("Address/")))
        join(contact.address, QStringLiteral(", "));
}

class Reader {
public:
    Reader(QIODevice& file, const QDate& today, const std::function<bool()>& cancelled)
        : m_today(today)
        , m_cancelled(cancelled)
    {
        // Qt's reader does not know the one encoding that old exports have besides Unicode.
        static const QRegularExpression old(
            QStringLiteral("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"'](windows-1252|cp1252)[\"']"),
            QRegularExpression::CaseInsensitiveOption);
        const auto whole = old.match(QString::fromLatin1(file.peek(200))).hasMatch()
                               ? decoded(file.readAll(), Encoding::Windows1252)
                               : Expected<QByteArray>(QByteArray());
        if (whole && whole->isEmpty())
            m_xml.setDevice(&file);
        else
            m_xml.addData(QString::fromUtf8(whole.value_or(QByteArray())));
        m_xml.setEntityExpansionLimit(0);
    }

    Expected<Reading> read()
    {
        bool isCtf = false;
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::DTD:
            case QXmlStreamReader::EntityReference:
                return wrong(QStringLiteral("it brings a document type or entities of its own, which a Common Transfer "
                                            "File never does: export it again"));
            case QXmlStreamReader::StartElement:
                m_path << m_xml.name().toString();
                m_text.clear();
                if (m_path.size() > deepest)
                    return wrong(QStringLiteral("its elements are nested too deep: export it again"));
                isCtf = isCtf || m_path.front() == QStringLiteral("CTfile");
                if (!isCtf)
                    return wrong(QStringLiteral("it is not a Common Transfer File: choose the .xml file that your "
                                                "school's system exported as CTF"));
                begin();
                break;
            case QXmlStreamReader::Characters:
                m_text += m_xml.text();
                if (m_text.size() > longestText)
                    return wrong(QStringLiteral("a text in it is too long: export it again"));
                break;
            case QXmlStreamReader::EndElement:
                end();
                if (m_reading.pupils.size() + m_reading.refused.size() > static_cast<std::size_t>(mostPupils))
                    return wrong(QStringLiteral("it names more than 100,000 pupils"));
                if (m_cancelled && m_cancelled())
                    return failure(ErrorCode::Cancelled, QStringLiteral("Reading the file was stopped."));
                break;
            default: break;
            }
        }
        if (m_xml.error() == QXmlStreamReader::PrematureEndOfDocumentError)
            return isCtf ? wrong(QStringLiteral("it ends in the middle: export or copy it again"))
                         : wrong(QStringLiteral("it is empty: export it again"));
        if (m_xml.hasError())
            return wrong(
                QStringLiteral("it is not XML that can be read (%1): export it again").arg(m_xml.errorString()));
        if (m_reading.pupils.empty() && m_reading.refused.empty())
            return wrong(QStringLiteral("it names no pupils: export it again, with pupils chosen"));
        return std::move(m_reading);
    }

private:
    tl::unexpected<model::Error> wrong(const QString& what) const
    {
        return failure(ErrorCode::BadInput,
                       QStringLiteral("The file cannot be read (line %1): %2.").arg(m_xml.lineNumber()).arg(what));
    }

    bool isPupil() const
    {
        return m_path.size() == 3 && m_path[2] == QStringLiteral("Pupil") &&
               (m_path[1] == QStringLiteral("CTFpupilData") || m_path[1] == QStringLiteral("Pupils"));
    }

    void begin()
    {
        if (isPupil()) {
            m_pupil.emplace();
            m_line = m_xml.lineNumber();
            m_birth.clear();
        } else if (m_pupil && m_path.size() == 5 && m_path[4] == QStringLiteral("Contact") &&
                   m_path[3] == QStringLiteral("Contacts")) {
            m_contact.emplace();
            m_contactName = {};
        }
    }

    void end()
    {
        const auto text = m_text.simplified();
        m_text.clear();
        if (m_contact && m_path.size() > 5) {
            takeOfContact(*m_contact, m_contactName, QStringList(m_path.mid(5)).join(u'/'), text);
        } else if (m_contact && m_path.size() == 5) {
            m_contact->name = m_contactName.whole();
            if (!m_contact->name.isEmpty() && m_pupil->facts.contacts.size() < mostContacts)
                m_pupil->facts.contacts.push_back(std::move(*m_contact));
            m_contact.reset();
        } else if (m_pupil && isPupil()) {
            finishPupil();
        } else if (m_pupil) {
            const auto path = QStringList(m_path.mid(3)).join(u'/');
            if (path == QStringLiteral("DOB"))
                m_birth = text;
            else if (const auto take = takes().value(path); take && !text.isEmpty())
                take(*m_pupil, text);
        }
        m_path.removeLast();
    }

    void finishPupil()
    {
        auto& child = m_pupil->child;
        settleNames(*m_pupil);
        QString problem;
        if (!m_birth.isEmpty()) {
            if (const auto day = date(m_birth); day.isValid())
                child.dateOfBirth = day;
            else
                problem = QStringLiteral("%1: \"%2\" is no day: write the date of birth as 2012-05-03.")
                              .arg(model::nameOf(child), m_birth.left(40));
        }
        if (problem.isEmpty())
            problem = settle(*m_pupil, m_today);
        QStringList cells{child.upn, child.surname, child.forename, m_birth};
        if (problem.isEmpty())
            m_reading.pupils.push_back({m_line, std::move(*m_pupil), std::move(cells)});
        else
            m_reading.refused.push_back({m_line, problem, std::move(cells)});
        if (m_reading.headers.isEmpty())
            m_reading.headers = {QStringLiteral("UPN"), QStringLiteral("Surname"), QStringLiteral("Forename"),
                                 QStringLiteral("DOB")};
        m_pupil.reset();
    }

    QXmlStreamReader m_xml;
    QDate m_today;
    const std::function<bool()>& m_cancelled;
    Reading m_reading;
    QStringList m_path;
    QString m_text;
    QString m_birth;
    qint64 m_line = 0;
    std::optional<model::Pupil> m_pupil;
    std::optional<model::ContactPerson> m_contact;
    NameParts m_contactName;
};

} // namespace

Expected<Reading> readCtf(QIODevice& file, const QDate& today, const std::function<bool()>& cancelled)
{
    return Reader(file, today, cancelled).read();
}

} // namespace heed::pupils
