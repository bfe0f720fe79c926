using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

public sealed class SampleDataTests
{
    // Rows and columns as in the R package survival.
    public static TheoryData<string, int, int> Sizes => new()
    {
        { "bladder", 340, 7 },
        { "colon", 1858, 16 },
        { "heart", 172, 8 },
        { "kidney", 76, 7 },
        { "lung", 228, 10 },
        { "mgus2", 1384, 11 },
        { "ovarian", 26, 6 },
        { "pbc", 418, 20 },
        { "rats", 300, 5 },
        { "veteran", 137, 8 },
    };

    [Fact]
    public void The_names_are_those_of_the_files() =>
        Assert.Equal(Sizes.Select(row => row.Data.Item1), SampleData.Names);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_data_set_has_the_size_of_its_original(string name, int rows, int columns)
    {
        DataFrame frame = SampleData.Load(name);

        Assert.Equal(rows, frame.Rows.Count);
        Assert.Equal(columns, frame.Columns.Count);
    }

    [Theory]
    [InlineData("colon", "rx", "Obs", "Lev", "Lev+5FU")]
    [InlineData("kidney", "disease", "Other", "GN", "AN", "PKD")]
    [InlineData("mgus2", "sex", "F", "M")]
    [InlineData("pbc", "sex", "m", "f")]
    [InlineData("veteran", "celltype", "squamous", "smallcell", "adeno", "large")]
    public void A_factor_has_its_levels_in_their_order(string name, string column, params string[] levels) =>
        Assert.Equal(levels, Assert.IsType<FactorColumn>(SampleData.Load(name).Columns[column]).Levels);

    [Fact]
    public void A_frame_is_the_callers_own()
    {
        SampleData.Load("lung").Columns["age"][0] = 1000;

        Assert.Equal(74, SampleData.Load("lung").Columns["age"][0]);
    }

    [Fact]
    public void An_unknown_name_lists_those_there_are() =>
        Assert.Equal(
            "There is no sample data set \"lungs\"; known are bladder, colon, heart, kidney, lung, mgus2, ovarian, pbc, rats, veteran.",
            Assert.Throws<SurvivalDataException>(() => SampleData.Load("lungs")).Message);
}
