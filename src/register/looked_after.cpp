#include "register/looked_after.h"

#include "model/name.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace heed::pupils {
namespace {

/// The authorities of England with duties for children (DfE, 2023). Others, such as those of Wales, are known by
/// the word "council".
constexpr std::array<const char*, 153> authorities{"Barking and Dagenham",
                                                   "Barnet",
                                                   "Barnsley",
                                                   "Bath and North East Somerset",
                                                   "Bedford",
                                                   "Bexley",
                                                   "Birmingham",
                                                   "Blackburn with Darwen",
                                                   "Blackpool",
                                                   "Bolton",
                                                   "Bournemouth Christchurch and Poole",
                                                   "Bracknell Forest",
                                                   "Bradford",
                                                   "Brent",
                                                   "Brighton and Hove",
                                                   "Bristol",
                                                   "Bromley",
                                                   "Buckinghamshire",
                                                   "Bury",
                                                   "Calderdale",
                                                   "Cambridgeshire",
                                                   "Camden",
                                                   "Central Bedfordshire",
                                                   "Cheshire East",
                                                   "Cheshire West and Chester",
                                                   "City of London",
                                                   "Cornwall",
                                                   "Coventry",
                                                   "Croydon",
                                                   "Cumberland",
                                                   "Darlington",
                                                   "Derby",
                                                   "Derbyshire",
                                                   "Devon",
                                                   "Doncaster",
                                                   "Dorset",
                                                   "Dudley",
                                                   "Durham",
                                                   "Ealing",
                                                   "East Riding of Yorkshire",
                                                   "East Sussex",
                                                   "Enfield",
                                                   "Essex",
                                                   "Gateshead",
                                                   "Gloucestershire",
                                                   "Greenwich",
                                                   "Hackney",
                                                   "Halton",
                                                   "Hammersmith and Fulham",
                                                   "Hampshire",
                                                   "Haringey",
                                                   "Harrow",
                                                   "Hartlepool",
                                                   "Havering",
                                                   "Herefordshire",
                                                   "Hertfordshire",
                                                   "Hillingdon",
                                                   "Hounslow",
                                                   "Isle of Wight",
                                                   "Isles of Scilly",
                                                   "Islington",
                                                   "Kensington and Chelsea",
                                                   "Kent",
                                                   "Kingston upon Hull",
                                                   "Kingston upon Thames",
                                                   "Kirklees",
                                                   "Knowsley",
                                                   "Lambeth",
                                                   "Lancashire",
                                                   "Leeds",
                                                   "Leicester",
                                                   "Leicestershire",
                                                   "Lewisham",
                                                   "Lincolnshire",
                                                   "Liverpool",
                                                   "Luton",
                                                   "Manchester",
                                                   "Medway",
                                                   "Merton",
                                                   "Middlesbrough",
                                                   "Milton Keynes",
                                                   "Newcastle upon Tyne",
                                                   "Newham",
                                                   "Norfolk",
                                                   "North East Lincolnshire",
                                                   "North Lincolnshire",
                                                   "North Northamptonshire",
                                                   "North Somerset",
                                                   "North Tyneside",
                                                   "North Yorkshire",
                                                   "Northumberland",
                                                   "Nottingham",
                                                   "Nottinghamshire",
                                                   "Oldham",
                                                   "Oxfordshire",
                                                   "Peterborough",
                                                   "Plymouth",
                                                   "Portsmouth",
                                                   "Reading",
                                                   "Redbridge",
                                                   "Redcar and Cleveland",
                                                   "Richmond upon Thames",
                                                   "Rochdale",
                                                   "Rotherham",
                                                   "Rutland",
                                                   "Salford",
                                                   "Sandwell",
                                                   "Sefton",
                                                   "Sheffield",
                                                   "Shropshire",
                                                   "Slough",
                                                   "Solihull",
                                                   "Somerset",
                                                   "South Gloucestershire",
                                                   "South Tyneside",
                                                   "Southampton",
                                                   "Southend-on-Sea",
                                                   "Southwark",
                                                   "St Helens",
                                                   "Staffordshire",
                                                   "Stockport",
                                                   "Stockton-on-Tees",
                                                   "Stoke-on- Trent",
                                                   "Suffolk",
                                                   "Sunderland",
                                                   "Surrey",
                                                   "Sutton",
                                                   "Swindon",
                                                   "Tameside",
                                                   "Telford and Wrekin",
                                                   "Thurrock",
                                                   "Torbay",
                                                   "Tower Hamlets",
                                                   "Trafford",
                                                   "Wakefield",
                                                   "Walsall",
                                                   "Waltham Forest",
                                                   "Wandsworth",
                                                   "Warrington",
                                                   "Warwickshire",
                                                   "West Berkshire",
                                                   "West Northamptonshire",
                                                   "West Sussex",
                                                   "Westminster",
                                                   "Westmorland and Furness",
                                                   "Wigan",
                                                   "Wiltshire",
                                                   "Windsor and Maidenhead",
                                                   "Wirral",
                                                   "Wokingham",
                                                   "Wolverhampton",
                                                   "Worcestershire",
                                                   "York"};

bool isAuthority(const QString& text)
{
    static const QRegularExpression number(QStringLiteral("^[2-9][0-9]{2}$")); // DfE's: "352"
    static const QRegularExpression council(QStringLiteral("^(london|royal) borough of |^city of | council$"),
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression over(
        QStringLiteral("\\b(not|no|never|previous|previously|former|formerly|ex|was)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    if (over.match(text).hasMatch())
        return false;
    if (number.match(text).hasMatch() || council.match(text).hasMatch())
        return true;
    const auto name = model::foldedName(text);
    return std::any_of(authorities.begin(), authorities.end(),
                       [&](const char* known) { return name == model::foldedName(QString::fromLatin1(known)); });
}

} // namespace

LookedAfterSays readLookedAfter(const QString& text)
{
    static const QStringList yes{QStringLiteral("y"),       QStringLiteral("yes"),
                                 QStringLiteral("true"),    QStringLiteral("t"),
                                 QStringLiteral("1"),       QStringLiteral("lac"),
                                 QStringLiteral("cla"),     QStringLiteral("looked after"),
                                 QStringLiteral("in care"), QStringLiteral("currently looked after")};
    static const QStringList no{QStringLiteral("n"),          QStringLiteral("no"), QStringLiteral("false"),
                                QStringLiteral("f"),          QStringLiteral("0"),  QStringLiteral("not looked after"),
                                QStringLiteral("not in care")};
    const auto word = text.simplified().toLower();
    if (yes.contains(word))
        return {true, {}};
    if (no.contains(word))
        return {false, {}};
    if (isAuthority(text.simplified()))
        return {true, text.simplified()};
    return {};
}

} // namespace heed::pupils
