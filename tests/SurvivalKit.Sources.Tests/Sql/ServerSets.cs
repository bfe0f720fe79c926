using Microsoft.Data.Analysis;
using SurvivalKit.Sources.Tests.Servers;

namespace SurvivalKit.Sources.Tests;

/// <summary>The sample data that were loaded into servers, each once.</summary>
internal sealed class ServerSets(Func<ServerTable, Task> load)
{
    private readonly HashSet<string> _loaded = [];

    /// <summary>The rows of a set, which is a table of its name in the servers.</summary>
    public async Task<DataFrame> LoadAsync(string set)
    {
        DataFrame rows = SqlData.Load(set);
        if (_loaded.Add(set))
        {
            await load(ServerTable.Of(set, rows));
        }

        return rows;
    }
}
