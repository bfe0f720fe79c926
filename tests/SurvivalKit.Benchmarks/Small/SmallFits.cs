namespace SurvivalKit.Benchmarks;

/// <summary>Cox fits to few rows, as simulations and bootstraps call them.</summary>
internal sealed class SmallFits
{
    private readonly PeerData _data;
    private readonly double[] _time;
    private readonly double[] _status;
    private readonly (string Name, double[] Values)[] _columns;
    private readonly Surv _response;
    private readonly DesignMatrix _design;
    private readonly string _formula;

    /// <summary>Makes the data.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="covariates">The number of covariates.</param>
    public SmallFits(int rows, int covariates)
    {
        _data = PeerData.Make(rows);
        _time = Values("time");
        _status = Values("status");
        _columns = [.. Enumerable.Range(0, covariates).Select(CovariateModel.Name).Select(name => (name, Values(name)))];
        _response = Surv.Right(_time, _status);
        _design = DesignMatrix.FromColumns(_columns);
        _formula = $"Surv(time, status) ~ {CovariateModel.Sum(covariates)}";
    }

    /// <summary>The fit alone: response and matrix exist already.</summary>
    public CoxFit FromMatrix() => CoxModel.Fit(_response, _design);

    /// <summary>Response, matrix and fit, from arrays.</summary>
    public CoxFit FromArrays() => CoxModel.Fit(Surv.Right(_time, _status), DesignMatrix.FromColumns(_columns));

    /// <summary>From formula and data frame.</summary>
    public CoxFit FromFormula() => CoxModel.Fit(_data.Frame, _formula);

    private double[] Values(string name) => _data.Columns.OfType<PeerColumn.Numbers>().First(column => column.Name == name).Values;
}
