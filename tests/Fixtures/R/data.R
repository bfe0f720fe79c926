# The data sets that the fixtures use. Every case is computed from the CSV file that it names, never from R's own copy, so
# that R and the library read the same bytes.

# Level orders that are not alphabetical, or that cannot be inferred. The first level is the reference level.
declared_levels <- list(
  veteran = list(celltype = c("squamous", "smallcell", "adeno", "large")),
  colon = list(rx = c("Obs", "Lev", "Lev+5FU")),
  kidney = list(disease = c("Other", "GN", "AN", "PKD")),
  pbc = list(sex = c("m", "f")),
  rats = list(sex = c("f", "m")),
  mgus2 = list(sex = c("F", "M")),
  weights = list(arm = c("control", "active")),
  strata = list(arm = c("low", "middle", "high"), centre = c("A", "B", "C", "D", "E")),
  competing = list(arm = c("control", "low", "high"), outcome = c("alive", "relapse", "death", "other")),
  myeloid = list(trt = c("A", "B"), state = c("none", "CR", "SCT", "relapse", "death"),
                 now = c("(s0)", "CR", "SCT", "relapse", "death")),
  states = list(state = c("none", "well", "ill", "frail", "dead"), istate = c("well", "ill", "frail"), arm = c("a", "b")),
  `states-broken` = list(state = c("none", "well", "ill", "frail", "dead"), istate = c("well", "ill", "frail"), arm = c("a", "b")),
  bladder1 = list(treatment = c("placebo", "pyridoxine", "thiotepa")),
  bc = list(group = c("Good", "Medium", "Poor")),
  cosmesis = list(treatment = c("Rad", "RadChem")),
  recurrent = list(clinic = c("north", "south", "east", "west")))

data_file <- function(name) {
  sample <- file.path("data-samples", paste0(name, ".csv"))
  if (file.exists(file.path(repository, sample))) sample else file.path("tests/Fixtures/data", paste0(name, ".csv"))
}

read_data <- function(name) {
  data <- read.csv(file.path(repository, data_file(name)), na.strings = "NA", check.names = FALSE)
  for (column in names(declared_levels[[name]]))
    data[[column]] <- factor(data[[column]], declared_levels[[name]][[column]])
  stopifnot(!vapply(data, is.character, NA))
  data
}

# `datasets` of a fixture file: where each data set is, from the top of the repository, and the level order of its factors.
datasets_of <- function(cases) {
  names <- sort(unique(unlist(lapply(cases, `[[`, "data"))))
  described <- lapply(names, function(name) {
    levels <- lapply(declared_levels[[name]], array_of)
    c(list(file = data_file(name), rows = nrow(read_data(name))), if (length(levels)) list(levels = levels))
  })
  stats::setNames(described, names)
}

session <- function() {
  info <- sessionInfo()
  list(R = paste(info$R.version$major, info$R.version$minor, sep = "."),
       survival = utils::packageDescription("survival")$Version)
}

# "celltype=adeno    , sex=1" -> "celltype=adeno, sex=1": R pads the labels; the padding is removed.
group_names <- function(x) sub(" +$", "", gsub(" +,", ",", x))

log_chisq_p <- function(value, df) pchisq(value, df, lower.tail = FALSE, log.p = TRUE)
