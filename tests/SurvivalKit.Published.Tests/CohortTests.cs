using Microsoft.Data.Analysis;

namespace SurvivalKit.Published.Tests;

public class CohortTests
{
    [Fact]
    public void A_cohort_is_loaded_with_the_kinds_and_level_orders_of_the_study_file()
    {
        Cohort cohort = Cohort.Load(Samples.Folder);

        Assert.Equal(56, cohort.Count);
        Assert.Equal(Samples.Paper.Variables.Select(v => v.Name), cohort.Patients.Columns.Select(c => c.Name));
        Assert.Equal(["EP alone", "Atezolizumab + EP"], Assert.IsType<FactorColumn>(cohort.Patients["arm"]).Levels);
        Assert.Equal(["CR", "PR", "SD", "PD", "Not evaluable"], Assert.IsType<FactorColumn>(cohort.Patients["best_response"]).Levels);
        Assert.IsType<Int32DataFrameColumn>(cohort.Patients["ki67"]);
        Assert.IsType<DoubleDataFrameColumn>(cohort.Patients["pfs_months"]);
        Assert.Equal(11, cohort.Patients["ki67"].NullCount);
        Assert.Equal(10, cohort.Sequenced!.Rows.Count);
        Assert.Equal(["patient", "gene", "kind"], cohort.Alterations!.Columns.Select(c => c.Name));
        Assert.StartsWith("SYNTHETIC", cohort.Notice, StringComparison.Ordinal);
        Assert.Contains("56 patients: 14 Atezolizumab + EP, 42 EP alone.", cohort.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cohort_is_found_by_its_file_too() =>
        Assert.Equal(56, Cohort.Load(Path.Combine(Samples.Folder, Cohort.PatientsFile)).Count);

    [Fact]
    public void The_patients_of_an_arm_are_found_by_its_name()
    {
        Cohort cohort = InventedCohort.Of(Samples.Invented);

        Assert.Equal(Enumerable.Range(12, 15), cohort.PatientsOf("Coffee"));
        Assert.Equal(40, cohort.PatientsOf(ColumnNames.All).Length);
        Assert.Contains(
            "has no arm \"Beer\"; it has \"Tea\", \"Coffee\", \"Water\".",
            Assert.Throws<SurvivalDataException>(() => cohort.PatientsOf("Beer")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_and_loading_gives_the_same_bytes()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Samples.PaperCohort.Write(folder);
            foreach (string file in (string[])[Cohort.PatientsFile, Cohort.AlterationsFile, Cohort.SequencedFile])
            {
                Assert.Equal(File.ReadAllBytes(Path.Combine(Samples.Folder, file)), File.ReadAllBytes(Path.Combine(folder, file)));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("T3,Tea,60,", "T3,Tea,heavy,", "row 3, column \"weight\": \"heavy\" was found where a number was expected.")]
    [InlineData("T3,Tea,60,", "T3,Tea,6,", "row 3, column \"weight\": 6 was found; a number from 40 to 140 was expected.")]
    [InlineData(
        "T3,Tea,60,",
        "T3,Beer,60,",
        "row 3, column \"drink\": \"Beer\" was found where one of \"Water\", \"Tea\", \"Coffee\" was expected.")]
    [InlineData("T3,Tea,60,", "T3,,60,", "row 3, column \"drink\": the arm is missing; each patient was expected to have one.")]
    [InlineData("T3,Tea,60,", "T2,Tea,60,", "row 3, column \"id\": \"T2\" was found; a name that no other patient has was expected.")]
    [InlineData("T3,Tea,60,small,0,3,1,0", "T3,Tea,60,small,2,3,1,0", "row 3, column \"spilled\": 2 was found; 0 or 1 was expected.")]
    [InlineData(
        "T3,Tea,60,small,0,3,1,0",
        "T3,Tea,60,small,0,-3,1,0",
        "row 3, column \"sleep_days\": -3 was found; a time of 0 or more was expected.")]
    [InlineData(
        "T3,Tea,60,small,0,3,1,0",
        "T3,Tea,60,small,0,3,1,4",
        "row 3, column \"ae_jitter\": 4 was found; 0 or one of the grades 1, 2, 3 was expected.")]
    [InlineData("id,drink,weight", "id,drink,mass", "column \"weight\"")]
    public void A_value_that_the_study_file_does_not_allow_is_an_error(string text, string changed, string problem)
    {
        string bad = InventedCohort.Text.Replace(text, changed, StringComparison.Ordinal);

        Assert.NotEqual(InventedCohort.Text, bad);
        Assert.Contains(
            problem,
            Assert.Throws<SurvivalDataException>(() => InventedCohort.Of(Samples.Invented, bad)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_cohort_is_an_error() =>
        Assert.EndsWith(
            "there is no such file.",
            Assert.Throws<SurvivalDataException>(() => Cohort.Load(Samples.Invented, "no-such-folder/cohort.csv")).Message,
            StringComparison.Ordinal);
}
