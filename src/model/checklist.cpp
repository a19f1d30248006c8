#include "model/checklist.h"

#include <algorithm>

namespace heed::model {

const Sign* Checklist::find(QStringView code) const
{
    const auto found =
        std::find_if(signsListed.begin(), signsListed.end(), [&](const Sign& sign) { return sign.code == code; });
    return found == signsListed.end() ? nullptr : &*found;
}

} // namespace heed::model
