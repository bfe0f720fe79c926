using System.Globalization;
using System.Text.RegularExpressions;

namespace SurvivalKit.Published.Tests;

public partial class PaperClaimTests
{
    private static readonly Study Paper = Samples.Paper;

    [Fact]
    public void The_paper_has_at_least_350_claims_with_ids_of_their_own()
    {
        Assert.True(Paper.Claims.Length >= 350);
        Assert.Distinct(Paper.Claims.Select(claim => claim.Id));
    }

    [Fact]
    public void Every_printed_text_holds_the_digits_of_the_value_or_is_a_word_for_it()
    {
        string[] words = [.. Paper.Claims.Where(claim => !claim.Printed.Any(char.IsDigit))
            .Select(claim => $"{claim.Printed} {claim.Value}")];
        Assert.Equal(["no 0", "one 1", "no 0"], words);
        Assert.All(Paper.Claims.Where(claim => claim.Printed.Any(char.IsDigit)), claim =>
        {
            string digits = claim.Value.ToString("F" + claim.Decimals, CultureInfo.InvariantCulture);
            Assert.Contains(
                digits.StartsWith("0.", StringComparison.Ordinal) && !claim.Printed.StartsWith('0') ? digits[1..] : digits,
                claim.Printed,
                StringComparison.Ordinal);
        });
        Claim p = Paper["table2/ORR (CR + PR)/P#p"];
        Assert.Equal((".04", 0.04, 2), (p.Printed, p.Value, p.Decimals));
    }

    [Fact]
    public void Every_printed_text_stands_in_its_context() =>
        Assert.All(Paper.Claims.Where(claim => claim.Context is not null), claim =>
            Assert.Contains(claim.Printed, claim.Context!, StringComparison.Ordinal));

    [Fact]
    public void Every_row_of_a_table_has_all_its_cells()
    {
        string[] groups = [ColumnNames.All, .. Paper.Arms.Select(arm => arm.Name)];
        foreach (PrintedTable table in Paper.Tables)
        {
            foreach (string group in groups)
            {
                Assert.NotNull(Paper.Find($"{table.Place}/N/{group}#n"));
            }

            foreach (PrintedRow row in table.Rows.Where(row => row.Cell is not null))
            {
                foreach (string aspect in Regex.Matches(row.Cell!, @"\{(.+?)\}").Select(match => match.Groups[1].Value))
                {
                    Assert.All(groups, group => Assert.NotNull(Paper.Find($"{table.Place}/{row.Row}/{group}#{aspect}")));
                }
            }

            IEnumerable<string> known = [.. table.Rows.Select(row => row.Row), "N"];
            Assert.Subset(known.ToHashSet(), Paper.ClaimsOf(table.Place).Select(claim => claim.Row!).ToHashSet());
        }
    }

    [Theory]
    [InlineData("table1", 32, 176)]
    [InlineData("table2", 11, 67)]
    [InlineData("table3", 15, 86)]
    public void The_tables_have_the_rows_and_numbers_of_the_paper(string place, int rows, int claims)
    {
        Assert.Equal(rows, Paper.Table(place).Rows.Length);
        Assert.Equal(claims, Paper.ClaimsOf(place).Length);
    }

    [Fact]
    public void The_cell_of_a_count_prints_its_number_and_percentage()
    {
        IEnumerable<IGrouping<string, Claim>> cells = Paper.Claims.Where(c => c.Context is not null && Cell().IsMatch(c.Context))
            .GroupBy(c => c.Id[..c.Id.IndexOf('#', StringComparison.Ordinal)]);

        Assert.All(cells, cell =>
            Assert.Equal(cell.First().Context, $"{cell.First(c => c.Aspect == "n").Printed} ({cell.First(c => c.Aspect == "%").Printed})"));
        Assert.True(cells.Count() > 100);
    }

    [Theory]
    [InlineData("table2/Best response > PD/All#n", "21")]
    [InlineData("table2/Best response > PD/All#%", "38.9")]
    [InlineData("table1/Metastasis site > Lung/EP alone#%", "17.6")]
    [InlineData("table1/Cisplatin/Carboplatin/Atezolizumab + EP#n2", "3")]
    [InlineData("table1/Cumulative dose intensity > Etoposide/Atezolizumab + EP#max", "0.9")]
    [InlineData("table2/Survival > mOS/EP alone#median", "11.9")]
    [InlineData("table3/Hematological > Thrombocytopenia/EP alone#%", "2.4")]
    [InlineData("figure1b#hr", "1.13")]
    [InlineData("text/OS multivariate > NLR > 3#hr", "2.24")]
    [InlineData("text/OS univariate > LDH > ULN#p", ".005")]
    [InlineData("discussion/Gene alterations > FBXW7#%", "40%")]
    public void Claims_are_found_by_the_place_they_stand_in(string id, string printed) => Assert.Equal(printed, Paper[id].Printed);

    [Fact]
    public void Numbers_that_are_printed_twice_are_linked_also_where_they_disagree()
    {
        Claim[] other = [.. Paper.Claims.Where(claim => claim.SameAs is { } id && Paper[id].Value != claim.Value)];

        Assert.Equal(
            ["discussion/ORR/Atezolizumab + EP#%", "discussion/ORR/EP alone#%", "discussion/Gene alterations > FBXW7#%"],
            other.Select(claim => claim.Id));
    }

    [Fact]
    public void The_columns_of_the_cohort_are_those_of_the_tables() => Assert.Equal(
        [
            "patient", "arm", "age", "sex", "ecog", "primary_site", "met_peritoneum", "met_bone", "met_liver", "met_brain", "met_lung",
            "ki67", "platinum", "platinum_dose_intensity", "etoposide_dose_intensity", "ldh_high", "nlr_high",
            "pfs_months", "pfs_event", "os_months", "os_event", "best_response",
            "ae_any_grade_3", "ae_any_grade_4", "ae_any_grade_5", "ae_leukopenia", "ae_anemia", "ae_thrombocytopenia",
            "ae_creatinine_increased",
            "ae_hypokalemia", "ae_hyperkalemia", "ae_hyponatremia", "ae_liver_function_disturbances", "ae_body_weight_loss",
        ],
        Paper.Variables.Select(variable => variable.Name));

    [GeneratedRegex(@"^\d+ \([\d.]+\)$")]
    private static partial Regex Cell();
}
