using LearningDynamics.Generated;
using LearningDynamics.Hosting;

return ExperimentProgram.Run(args, DeclaredExperiments.Catalog);
