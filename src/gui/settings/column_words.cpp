#include "gui/settings/column_words.h"

#include <QCoreApplication>

namespace heed::gui::settings {
namespace {

struct ColumnWords {
    Q_DECLARE_TR_FUNCTIONS(ColumnWords)
};

} // namespace

QStringList columnWords()
{
    return {ColumnWords::tr("\u2013 leave out"),
            ColumnWords::tr("UPN"),
            ColumnWords::tr("Former UPN"),
            ColumnWords::tr("Forename, as used"),
            ColumnWords::tr("Surname, as used"),
            ColumnWords::tr("Forename in law"),
            ColumnWords::tr("Surname in law"),
            ColumnWords::tr("Middle names"),
            ColumnWords::tr("Former surname"),
            ColumnWords::tr("Date of birth"),
            ColumnWords::tr("Sex"),
            ColumnWords::tr("Year"),
            ColumnWords::tr("Class"),
            ColumnWords::tr("House"),
            ColumnWords::tr("Site"),
            ColumnWords::tr("Ethnicity"),
            ColumnWords::tr("Language"),
            ColumnWords::tr("Special needs"),
            ColumnWords::tr("Disability"),
            ColumnWords::tr("Looked after"),
            ColumnWords::tr("Looked after by"),
            ColumnWords::tr("Home authority"),
            ColumnWords::tr("Address"),
            ColumnWords::tr("Postcode"),
            ColumnWords::tr("Telephone"),
            ColumnWords::tr("Date of entry"),
            ColumnWords::tr("Contact: name"),
            ColumnWords::tr("Contact: relationship"),
            ColumnWords::tr("Contact: telephone")};
}

} // namespace heed::gui::settings
