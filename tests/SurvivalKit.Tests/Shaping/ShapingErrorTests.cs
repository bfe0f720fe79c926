using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>What cannot be shaped is one sentence with its row and column.</summary>
public sealed class ShapingErrorTests
{
    private static readonly DataFrame Data = ShapingHandWorkedTests.Csv(
        "id,start,stop,status,x,when\n1,0,5,1,2.5,2020-01-01\n2,3,4,0,1,2020-01-02\n2,4,6,0,1,2020-01-02\n");

    public static TheoryData<string, Func<object>> Wrong => new()
    {
        {
            "data.csv, row 1, column \"start\": 0 is not after 0, from which rows are at risk; a later time was expected.",
            () => SurvSplit.Split(Data, "Surv(start, status)", [2])
        },
        {
            "data.csv, row 1, column \"start\": 0 is not after its start 5; stop > start was expected.",
            () => SurvSplit.Split(Data, "Surv(stop, start, status)", [2])
        },
        {
            "A cut is not a finite number; times to split at were expected.",
            () => SurvSplit.Split(Data, "Surv(stop, status)", [double.NaN])
        },
        {
            "data.csv, column \"x\": the column is there already; another name for the id was expected.",
            () => SurvSplit.Split(Data, "Surv(stop, status)", [2], new() { Id = "x" })
        },
        {
            "formula, column 22: log(x) was found where columns to carry along were expected, as in ~ . or ~ age + sex. In: Surv(stop, status) ~ log(x)",
            () => SurvSplit.Split(Data, "Surv(stop, status) ~ log(x)", [2])
        },
        {
            "Nobody is at risk after 6; a landmark before the last time was expected.",
            () => Landmark.At(Data, "Surv(stop, status)", [6])
        },
        {
            "A horizon of 0 was given; a time after 0, counted from the landmark, was expected.",
            () => Landmark.At(Data, "Surv(stop, status)", [1], new() { Horizon = 0 })
        },
        {
            "data.csv, row 3, column \"id\": \"2\" is at risk in row 2 at the same time; rows (start, stop] one after the other were expected.",
            () => Landmark.At(Data, "Surv(stop, status)", [1], new() { Id = "id" })
        },
        {
            "data.csv, row 3, column \"id\": \"2\" is there twice; one row for each subject, or a start too, was expected.",
            () => TMerge.Start(Data, "id", "stop")
        },
        {
            "data.csv, column \"when\": the times are dates; the column of each subject's first day (Origin, --origin) was expected with them.",
            () => TMerge.Start(Data, "id", "stop", "start").Event("death", Data, "when")
        },
        {
            "x is an event of this merge; another name for the covariate was expected.",
            () => TMerge.Start(Data, "id", "stop", "start").Event("x", Data, "stop").Tdc("x", Data, "stop")
        },
        {
            "column \"x\": the new values are of another kind than those there; the same kind was expected.",
            () => TMerge.Start(Data, "id", "stop", "start").Tdc("x", Data, "stop", "x").Tdc("x", Data, "stop", "when")
        },
        {
            "A delay of -1 was given; a time of 0 or more was expected.",
            () => TMerge.Start(Data, "id", "stop", "start", new() { Delay = -1 })
        },
        {
            "A scale of 0 was given; a finite number after 0 was expected.",
            () => PersonTime.Tabulate(Data, "Surv(stop, status) ~ 1", new() { Scale = 0 })
        },
        {
            "The breaks 3, 2 do not make bands; two or more increasing times were expected.",
            () => new Tcut([1], [3, 2])
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Is_one_sentence(string sentence, Func<object> shape)
    {
        SurvivalDataException problem = Assert.ThrowsAny<SurvivalDataException>(shape);
        Assert.Equal(sentence, problem.Message);
    }

    [Theory]
    [InlineData("Surv(stop, status) ~ tcut(x, c(1, 'a'))", "a number was expected")]
    [InlineData("Surv(stop, status) ~ tcut(x, c(3, 2))", "two or more increasing times were expected")]
    [InlineData("Surv(stop, status) ~ tcut(x)", "tcut() was expected to have breaks")]
    [InlineData("Surv(stop, status) ~ tcut(x, c(1, 2), scale = 0)", "one number after 0")]
    [InlineData("Surv(stop, status) ~ tcut(x, c(1, 2, 3), labels = 'one')", "a different one for each was expected")]
    [InlineData("Surv(stop, status) ~ x * id", "an interaction was found")]
    public void A_scale_that_cannot_be_read_is_found_in_its_formula(string formula, string part)
    {
        FormulaException problem = Assert.Throws<FormulaException>(() => PersonTime.Tabulate(Data, formula));
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
    }
}
