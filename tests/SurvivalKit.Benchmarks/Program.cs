using SurvivalKit.Benchmarks;

return await BenchmarkApplication.RunAsync(args, Streams.OfProcess());
