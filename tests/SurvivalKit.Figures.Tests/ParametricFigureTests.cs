namespace SurvivalKit.Figures.Tests;

/// <summary>Distributions side by side, beside Kaplan-Meier and beyond the follow-up.</summary>
public class ParametricFigureTests
{
    private static readonly ParametricExtrapolation Curves = ParametricModel
        .Compare(SampleData.Load("lung"), "Surv(time, status) ~ 1")
        .Extrapolate(SampleData.Load("lung"), Enumerable.Range(1, 60).Select(k => 40.0 * k));

    [Fact]
    public void Every_distribution_has_a_curve_and_a_hazard()
    {
        string figure = ParametricFigure.Draw(Curves, new() { TimeUnit = "days", Title = "Lung cancer" }).ToSvg();
        for (int curve = 1; curve <= 6; curve++)
        {
            Assert.Equal(2, figure.Split($"\"curve {curve}\"").Length - 1);
        }

        Assert.Contains("\"Kaplan-Meier\"", figure, StringComparison.Ordinal);
        Assert.Contains("end of the follow-up", figure, StringComparison.Ordinal);
        string alone = ParametricFigure.Draw(Curves, new() { Hazards = false }).ToSvg();
        Assert.Equal(1, alone.Split("\"curve 1\"").Length - 1);
    }

    [Fact]
    public void The_data_are_those_of_the_extrapolation_and_the_description_names_the_distributions()
    {
        Figure figure = ParametricFigure.Draw(Curves, new() { Hazards = false });
        Assert.Equal(7 * 60, figure.Data.Rows.Count);
        Assert.Contains("generalised gamma", figure.Description, StringComparison.Ordinal);
        Assert.Throws<SurvivalDataException>(() => ParametricFigure.Draw(Curves, new() { PlotHeight = -1 }));
    }
}
