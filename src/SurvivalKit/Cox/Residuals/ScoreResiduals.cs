namespace SurvivalKit;

/// <summary>Each row's contribution to the score: its covariates minus the risk-set means, integrated over its time at risk
/// (Therneau, Grambsch and Fleming 1990). O(rows + event times) a column.</summary>
internal sealed class ScoreResiduals
{
    private readonly CoxData _data;
    private readonly CoxRisks _risks;
    private readonly EventHazard _hazard;
    private readonly double[] _risk;
    private readonly double[] _eventWeight;
    private readonly double[] _martingale;

    /// <param name="data">The rows.</param>
    /// <param name="risks">The risks that define the risk-set sums, weights included.</param>
    /// <param name="hazard">Their hazard.</param>
    /// <param name="risk">The risk by which each row's hazard is multiplied: that of <paramref name="risks"/> for weighted
    /// residuals.</param>
    /// <param name="eventWeight">The weight of a row's own event; empty: 1.</param>
    public ScoreResiduals(CoxData data, CoxRisks risks, EventHazard hazard, double[] risk, double[] eventWeight)
    {
        _data = data;
        _risks = risks;
        _hazard = hazard;
        _risk = risk;
        _eventWeight = eventWeight;
        _martingale = new double[data.Rows];
        var hazards = new RowHazards(data, hazard).Set([]);
        RowBlocks.ForEach(RowBlocks.Parts(data.Rows), data.Rows, part =>
        {
            (int from, int to) = RowBlocks.Rows(part, data.Rows);
            MartingaleResiduals.Fill(data, hazards, risk, eventWeight, from, to, _martingale.AsSpan(from, to - from));
        });
    }

    /// <summary>The residuals of weighted observations at some coefficients: they sum to the score.</summary>
    public static ScoreResiduals Weighted(CoxData data, CoxRisks risks, EventHazard hazard) =>
        new(data, risks, hazard, risks.Risk, data.Weight);

    /// <summary>The residuals of one covariate, an element a sorted row.</summary>
    /// <param name="column">The covariate.</param>
    /// <param name="x">Its values in the order of the rows, those of weight 0 included.</param>
    public double[] Column(int column, double[] x)
    {
        CovariateMeans means = CovariateMeans.Compute(_data, _risks, _hazard, column);
        double[] residual = GC.AllocateUninitializedArray<double>(_data.Rows);
        double[] cumulative = means.Cumulative;
        double[] cumulativeOfEvents = means.CumulativeOfEvents;
        int[] beforeStart = _data.Events.BeforeStart;
        for (int i = 0; i < residual.Length; i++)
        {
            int m = _data.Events.OfRow[i];
            double integral = _data.IsEvent[i] ? cumulativeOfEvents[m] : cumulative[m];
            integral -= beforeStart.Length == 0 ? 0 : cumulative[beforeStart[i]];
            residual[i] = (x[i] * _martingale[i]) + (_risk[i] * integral);
            if (_data.IsEvent[i])
            {
                residual[i] -= (_eventWeight.Length == 0 ? 1 : _eventWeight[i]) * means.Mean[m];
            }
        }

        if (_data.Lasting is { } lasting)
        {
            foreach (int row in lasting.BeforeEvents(0, residual.Length))
            {
                residual[row] = x[row] * _martingale[row];
            }

            lasting.Add(0, residual.Length, _risk, means.AfterEnd, residual);
        }

        return residual;
    }
}
