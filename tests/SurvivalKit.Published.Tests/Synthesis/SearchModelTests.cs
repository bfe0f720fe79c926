namespace SurvivalKit.Published.Tests;

/// <summary>The models that a search fits in place, against those of the library.</summary>
public sealed class SearchModelTests
{
    private static readonly (string Name, int Decimals)[] Columns = [("x", 1), ("binary", 0)];

    [Theory]
    [InlineData(Ties.Efron, 1)]
    [InlineData(Ties.Efron, 2)]
    [InlineData(Ties.Breslow, 1)]
    [InlineData(Ties.Breslow, 2)]
    public void A_fit_after_any_change_is_that_of_the_library(Ties ties, int covariates)
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var random = new SplitMix64(seed, "search model");
            EndpointDraft endpoint = Draw(random, 40);
            double[][] columns = [.. Columns.Take(covariates).Select(_ => Column(random, 40))];
            var model = new CoxNewton(columns, ties);
            for (int change = 0; change < 5; change++)
            {
                endpoint.SetTime(random.Next(40), random.Next(1, 30));
                endpoint.Exchange(random.Next(40), random.Next(40));
                bool hasEstimate = model.Fit(endpoint);
                CoxFit fit = Fit(endpoint, columns, ties);

                Assert.Equal(fit.Status == FitStatus.Converged, hasEstimate);
                for (int term = 0; hasEstimate && term < covariates; term++)
                {
                    Assert.Equal(fit.Terms[term].Coefficient, model.Ratio(term).Log, 7);
                    Assert.Equal(fit.Terms[term].StandardError, model.Ratio(term).StandardError, 1e-5);
                    Assert.Equal(
                        (covariates == 1 ? fit.LikelihoodRatio : fit.LikelihoodRatioTestOf(fit.Terms[term].Name)).Statistic!.Value,
                        model.LikelihoodRatio(term)!.Value,
                        6);
                }

                Assert.True(!hasEstimate || Math.Abs(fit.Score.Statistic!.Value - model.ScoreStatistic()) < 1e-8);
            }
        }
    }

    // What is foretold is off by the square of what one patient of 200 changes; a patient far beyond all others may be off by more.
    [Fact]
    public void Most_changes_are_foretold_nearly()
    {
        var random = new SplitMix64(8, "foretold");
        EndpointDraft endpoint = Draw(random, 200);
        double[][] columns = [Column(random, 200), Column(random, 200)];
        var model = new CoxNewton(columns, Ties.Breslow);
        int farther = 0;
        for (int change = 0; change < 100; change++)
        {
            Assert.True(model.Fit(endpoint));
            model.Keep();
            RatioEstimate before = model.Ratio(0);
            int patient = random.Next(200);
            int time = random.Next(1, 60);
            double[] x = [.. columns.Select((column, c) => model.Standard(c, column[patient]))];
            model.Influence.Begin();
            model.Influence.Add(x, endpoint.Times[patient], endpoint.Events[patient], -1);
            model.Influence.Add(x, time, endpoint.Events[patient], 1);
            Assert.True(model.Foretell());
            RatioEstimate foretold = model.Ratio(0);
            endpoint.SetTime(patient, time);
            Assert.True(model.Fit(endpoint));

            farther += Math.Abs(model.Ratio(0).Log - foretold.Log) > (0.2 * Math.Abs(model.Ratio(0).Log - before.Log)) + 5e-4 ? 1 : 0;
            farther += Math.Abs((model.Ratio(0).StandardError / foretold.StandardError) - 1) > 0.02 ? 1 : 0;
        }

        Assert.InRange(farther, 0, 20);
    }

    [Fact]
    public void Patients_stay_in_the_order_of_their_times()
    {
        var random = new SplitMix64(2, "order");
        EndpointDraft endpoint = Draw(random, 25);
        for (int change = 0; change < 500; change++)
        {
            endpoint.SetTime(random.Next(25), random.Next(1, 12));
            endpoint.Exchange(random.Next(25), random.Next(25));

            Assert.Equal(Enumerable.Range(0, 25), endpoint.Order.Order());
            Assert.Equal(endpoint.Times.Order(), endpoint.Order.Select(patient => endpoint.Times[patient]));
            Assert.All(endpoint.Order, (patient, place) => Assert.Equal(place, endpoint.PlaceOf(patient)));
        }
    }

    // Without margin: the square up to one unit, then a line of the same slope.
    [Theory]
    [InlineData(-0.4, 0.2, 0)]
    [InlineData(0, 0.2, 0.04)]
    [InlineData(0.5, 0, 0.25)]
    [InlineData(1, 0, 1)]
    [InlineData(3, 0, 5)]
    public void A_distance_costs_its_square_near_and_itself_far(double beyond, double margin, double cost) =>
        Assert.Equal(cost, FigureTarget.Cost(beyond, margin), 12);

    private static EndpointDraft Draw(SplitMix64 random, int patients)
    {
        var endpoint = new EndpointDraft(unit: 10, later: -1, patients, arms: 1);
        for (int i = 0; i < patients; i++)
        {
            endpoint.SetTime(i, random.Next(1, 30));
            endpoint.Events[i] = random.Next(4) > 0;
        }

        return endpoint;
    }

    private static double[] Column(SplitMix64 random, int patients) =>
        [.. Enumerable.Range(0, patients).Select(i => i % 2 == 0 ? random.Next(2) : 40.0 + random.Next(30)).Select(
            (value, i) => i % 2 == 0 ? value : (value - 55) / 10)];

    private static CoxFit Fit(EndpointDraft endpoint, double[][] columns, Ties ties) => CoxModel.Fit(
        Surv.Right(Array.ConvertAll(endpoint.Times, time => time / 10.0), endpoint.Events),
        DesignMatrix.FromColumns([.. columns.Select((column, c) => (Columns[c].Name, column))]),
        new() { Ties = ties });
}
