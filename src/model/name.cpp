#include "model/name.h"

namespace heed::model {

QString foldedName(const QString& name)
{
    QString folded;
    for (const auto symbol : name.normalized(QString::NormalizationForm_KD).toCaseFolded())
        if (!symbol.isMark())
            folded += symbol;
    return folded.simplified();
}

} // namespace heed::model
