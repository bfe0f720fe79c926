# Writes the expected values of the tests from R and its package `survival`.
#
#   Rscript tests/Fixtures/make-fixtures.R          (from any folder)
#
# Needs R with the packages survival, jsonlite, rms, mvtnorm, cmprsk and numDeriv (Debian: r-base-core r-cran-survival
# r-cran-jsonlite r-cran-rms r-cran-mvtnorm r-cran-cmprsk r-cran-numderiv). No test run needs R.
# Every number is written so that it reads back to the same double; NA, NaN and infinities are null. Each case names its data
# set and its formula; `datasets` says where the file is and how the levels of its factors are ordered.

suppressPackageStartupMessages(library(survival))
library(splines)
invisible(Sys.setlocale("LC_COLLATE", "C"))
options(stringsAsFactors = FALSE, contrasts = c("contr.treatment", "contr.poly"), warn = 1)

fixture_folder <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))))
repository <- dirname(dirname(fixture_folder))
for (area in union(c("json", "data"), sub("[.]R$", "", list.files(file.path(fixture_folder, "R")))))
  source(file.path(fixture_folder, "R", paste0(area, ".R")))

fixture <- function(cases) {
  stopifnot(!anyDuplicated(vapply(cases, `[[`, "", "name")))
  list(session = session(), datasets = datasets_of(cases), cases = cases)
}

simulate_all()
write_recurrent_data()
write_state_data()
write_fixture("kaplan-meier.json", fixture(km_cases()))
write_fixture("curves.json", curves_content())
write_fixture("log-rank.json", fixture(logrank_cases()))
write_fixture("cox.json", fixture(cox_cases()))
write_fixture("cox-residuals.json", fixture(residual_cases()))
write_fixture("cox-predict.json", fixture(predict_cases()))
write_fixture("hypothesis.json", hypothesis_content())
write_fixture("formula.json", fixture(formula_cases()))
write_fixture("comparison.json", comparison_content())
write_fixture("penalised.json", penalised_cases())
write_fixture("splines.json", fixture(spline_cases()))
write_fixture("text-order.json", text_order_content())
write_fixture("functions.json", fixture(function_cases()))
write_fixture("specials.json", fixture(special_cases()))
write_fixture("adjusted.json", adjusted_content())
write_fixture("cox-edges.json", edges_content())
write_fixture("shaping.json", shaping_content())
write_fixture("competing.json", competing_content())
write_fixture("parametric.json", parametric_content())
write_fixture("proportions.json", proportions_content())
write_fixture("recurrent.json", recurrent_content())
write_fixture("cause-specific.json", cause_specific_content())
write_fixture("states.json", states_content())
write_fixture("interval.json", interval_content())
write_fixture("flexible.json", flexible_content())
