#pragma once

#include <QString>

namespace heed::rules {

/// What the Department for Education's codes mean, in words for somebody outside the school: the main codes of
/// ethnicity, the codes of a language that name none beside English, provision for special educational needs, sex. What
/// is not one of them comes back as it is: a school may have written words. Source: the common basic data set.
QString ethnicityWords(const QString& code);
QString languageWords(const QString& code);
QString senWords(const QString& code);
/// "F" and "M".
QString sexWords(const QString& code);

} // namespace heed::rules
